import { m } from '#lib/messages/messages.ts';
import { announcer } from '#lib/ui/announcer.svelte.ts';

/** Copies, and says whether it worked. Plain http in a room has no clipboard; what should be copied stands there to be read. */
export async function copyText(text: string): Promise<void> {
	if (!('clipboard' in navigator)) return announcer.show(m.organise_not_copied());
	await navigator.clipboard.writeText(text).then(
		() => announcer.show(m.organise_copied()),
		() => announcer.show(m.organise_not_copied())
	);
}
