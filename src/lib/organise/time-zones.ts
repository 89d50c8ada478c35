/** Names that the browser proposes; an older browser proposes none, and the server says whether a typed one is right. */
export function timeZones(): readonly string[] {
	return 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
}
