import { testEveryScreen } from '../../fixtures/screens/every-screen.ts';

testEveryScreen('dark', 1280);
