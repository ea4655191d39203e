/** Where the site is built, the script that teaches the simulator's frame Portuguese (`site/frame-scripts.ts`). Elsewhere there is none. */
const script: string = '';
export default script;
