import { glassInSpanish } from '../../../../src/text/es/glass.ts';
import { frameInSpanish } from '../../../../src/text/es/simulator/frame.ts';
import { teachFrame } from './teach.ts';

teachFrame({ tag: 'es', glass: glassInSpanish, frame: frameInSpanish }, 'es-ES');
