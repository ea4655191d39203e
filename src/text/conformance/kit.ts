import { conformanceInEnglish } from '../en/conformance/kit.ts';
import { part } from '../locale/language.ts';
import type { ConformanceMessages } from '../types/conformance/kit.ts';

export const conformanceText: ConformanceMessages = part('conformance', conformanceInEnglish);
