/**
 * Puts a text on the clipboard. On plain http in a room there is no clipboard to ask for: then the old command on a
 * selected field does it.
 * @returns false when the browser refuses both; the text can still be selected by hand
 */
export async function copyText(text: string): Promise<boolean> {
	if (navigator.clipboard) {
		try {
			await navigator.clipboard.writeText(text);
			return true;
		} catch {
			// No permission: the old way may still work.
		}
	}
	const field = document.createElement('textarea');
	field.value = text;
	field.className = 'visually-hidden';
	document.body.append(field);
	field.select();
	const done = document.execCommand('copy');
	field.remove();
	return done;
}
