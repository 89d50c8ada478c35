import { loadMessages } from '#lib/messages/messages.ts';

export const ssr = true;
export const prerender = false;

export async function load() {
	await loadMessages('en');
}
