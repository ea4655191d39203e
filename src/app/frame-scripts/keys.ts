/** Where the site is built, the script by which the simulator's frame shows addresses and signs (`site/frame-scripts.ts`). Elsewhere there is none. */
const script: string = '';
export default script;
