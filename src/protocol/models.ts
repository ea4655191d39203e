/** Device models this protocol names; the position is the code on the wire. All have a 128x64 screen and two buttons. */
export const models = ['nanosp', 'nanox'] as const;
export type Model = (typeof models)[number];

export const modelTitles: Record<Model, string> = { nanosp: 'Nano S Plus', nanox: 'Nano X' };

export const screenWidth = 128;
export const screenHeight = 64;
