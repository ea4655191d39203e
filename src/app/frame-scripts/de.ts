/** Where the site is built, the script that teaches the simulator's frame German (`site/frame-scripts.ts`). Elsewhere there is none. */
const script: string = '';
export default script;
