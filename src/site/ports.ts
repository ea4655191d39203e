/**
 * Where the app is served. To a browser a port is the owner of storage, of service workers and of the permission to open
 * a device: on a port that other projects use too, each of them would inherit ours, and we theirs.
 */

export const loopback = '127.0.0.1';
/** 24 words, 256 bits: no server's default. */
export const sitePort = 24256;
/** Another one for development, whose page is not the one that was built. */
export const developmentPort = 24257;
