/** Copies. @returns whether it worked: plain http in a room has no clipboard, and a browser may forbid it */
export async function copyText(text: string): Promise<boolean> {
	if (!('clipboard' in navigator)) return false;
	return navigator.clipboard.writeText(text).then(
		() => true,
		() => false
	);
}
