import { locales } from '#lib/messages/messages.ts';

export const prerender = true;
export const entries = () => locales.map((lang) => ({ lang }));
