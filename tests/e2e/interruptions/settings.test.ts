import { interruptEach } from './interrupt.ts';

interruptEach('settings');
