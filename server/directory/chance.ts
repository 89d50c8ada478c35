/** Fills the array with random bytes fit for secrets, and gives it back. */
export type Random = (bytes: Uint8Array) => Uint8Array;

/** Milliseconds since 1970. */
export type Clock = () => number;
