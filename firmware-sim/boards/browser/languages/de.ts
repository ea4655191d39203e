import { glassInGerman } from '../../../../src/text/de/glass.ts';
import { frameInGerman } from '../../../../src/text/de/simulator/frame.ts';
import { teachFrame } from './teach.ts';

teachFrame({ tag: 'de', glass: glassInGerman, frame: frameInGerman }, 'de-DE');
