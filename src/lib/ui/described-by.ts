/** The ids that describe a field: its hint, its counter, its problem. Nothing when there is none of them. */
export function describedBy(
	id: string,
	parts: { readonly hint?: string; readonly problem?: string; readonly most?: number }
): string | undefined {
	const ids = [parts.problem && `${id}-problem`, parts.hint && `${id}-hint`, parts.most && `${id}-count`];
	return ids.filter(Boolean).join(' ') || undefined;
}
