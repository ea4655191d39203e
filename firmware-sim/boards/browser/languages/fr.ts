import { glassInFrench } from '../../../../src/text/fr/glass.ts';
import { frameInFrench } from '../../../../src/text/fr/simulator/frame.ts';
import { teachFrame } from './teach.ts';

teachFrame({ tag: 'fr', glass: glassInFrench, frame: frameInFrench }, 'fr-FR');
