import { testEveryScreen } from '../../fixtures/screens/every-screen.ts';

testEveryScreen('light', 1280);
