// Drawn in the browser only: what is on a board depends on who reads it.
export const ssr = false;
