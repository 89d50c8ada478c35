import { isLocale } from '#lib/messages/messages.ts';

/** `/en/…`, `/fr/…`: the addresses that entry pages are prerendered at; nobody links to them. */
export const match = (param: string): boolean => isLocale(param);
