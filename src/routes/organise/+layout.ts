// Drawn in the browser only: what is shown depends on which session the browser holds.
export const ssr = false;
