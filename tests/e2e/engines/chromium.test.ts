import { testInEngine } from './every-engine.ts';

testInEngine('chromium');
