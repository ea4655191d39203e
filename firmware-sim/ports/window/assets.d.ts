/** Files of the device window, taken into the bundle as text. */
declare module '*.html?raw' {
  const content: string;
  export default content;
}
declare module '*.css?raw' {
  const content: string;
  export default content;
}
declare module '*.client.js?raw' {
  const content: string;
  export default content;
}
