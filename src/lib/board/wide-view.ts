/** Room for three lanes side by side: a media query. A phone on its side is wide enough, and too low. */
export const wideView = '(min-width: 60rem) and (min-height: 30rem)';
