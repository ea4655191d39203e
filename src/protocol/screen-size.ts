/** The screen of every device that speaks this protocol, in pixels of one bit. It has two buttons below it. */
export const screenWidth = 128;
export const screenHeight = 64;
