import { interruptEach } from './interrupt.ts';

interruptEach('old-wallet');
