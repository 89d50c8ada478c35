import { m } from '#lib/messages/messages.ts';
import type { ListFormat } from '#lib/protocol/partnership-list.ts';

/** The files in which a list can be taken home, each as its link is called. */
export function listFiles(): readonly { readonly format: ListFormat; readonly label: string }[] {
	return [
		{ format: 'xlsx', label: m.common_file_xlsx() },
		{ format: 'csv', label: 'CSV' },
		{ format: 'json', label: 'JSON' }
	];
}
