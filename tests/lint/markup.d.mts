export declare function readsAsSentence(text: string): boolean;
export declare function textsInMarkup(html: string): readonly string[];
