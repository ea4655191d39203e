export declare const refused: readonly (readonly [RegExp, string])[];
export declare function turnsIn(text: string): readonly string[];
export declare function proseOf(path: string, text: string): readonly string[];
export declare function breachesOf(path: string, text: string): readonly string[];
