/** The form has the page to itself: neither the band nor the bar of the board. */
export const load = () => ({ ownFrame: true });
