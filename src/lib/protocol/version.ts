/** Raised with every change of the wire's shape; an app with another number loads itself anew. */
export const PROTOCOL_VERSION = 1;
