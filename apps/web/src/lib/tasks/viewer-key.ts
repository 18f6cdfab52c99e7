/** What the layout's load depends on: who is signed in, and the two badges. */
export const VIEWER = 'kx:viewer';
