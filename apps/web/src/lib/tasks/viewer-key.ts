/** What the layouts' load depends on: who is signed in, and the two badges. */
export const VIEWER = 'kx:shell';
