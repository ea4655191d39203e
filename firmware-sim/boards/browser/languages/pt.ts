import { glassInPortuguese } from '../../../../src/text/pt/glass.ts';
import { frameInPortuguese } from '../../../../src/text/pt/simulator/frame.ts';
import { teachFrame } from './teach.ts';

teachFrame({ tag: 'pt', glass: glassInPortuguese, frame: frameInPortuguese }, 'pt-BR');
