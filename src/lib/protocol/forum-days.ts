/** Days are ISO 8601, `2024-09-12`. Calculated in UTC, where every day has 24 hours. */
function shifted(day: string, months: number, days: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth) + days)).toISOString().slice(0, 10);
}

export function daysAfter(day: string, days: number): string {
	return shifted(day, 0, days);
}

/** Agreements can be confirmed until the end of this day unless the organiser chooses another. */
export function defaultConfirmByDay(lastDay: string): string {
	return shifted(lastDay, 0, 14);
}

/** Six months after the forum: what the organiser's form proposes for the erasure of personal data. */
export function defaultRetentionDay(lastDay: string): string {
	return shifted(lastDay, 6, 0);
}
