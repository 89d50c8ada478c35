/** An app's built-in browser, which forgets its cookies when the app is closed. Named by what each app writes of itself. */
export function isBuiltInBrowser(userAgent: string): boolean {
	return /FBAN|FBAV|Instagram|Line\/|MicroMessenger|LinkedInApp|Snapchat|Twitter|TikTok|GSA\/|Teams\//.test(userAgent);
}
