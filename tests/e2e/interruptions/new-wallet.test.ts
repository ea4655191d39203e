import { interruptEach } from './interrupt.ts';

interruptEach('new-wallet');
