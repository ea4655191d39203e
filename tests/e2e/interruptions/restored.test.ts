import { interruptEach } from './interrupt.ts';

interruptEach('restored');
