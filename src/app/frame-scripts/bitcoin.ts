/** Where the site is built, the script with the simulator's Bitcoin app (`site/frame-scripts.ts`). Elsewhere there is none. */
const script: string = '';
export default script;
