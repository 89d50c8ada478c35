import { interestKinds, type InterestKind } from '#lib/domain/board.ts';
import { m } from '#lib/messages/messages.ts';

const words: Readonly<Record<InterestKind, (count: number) => string>> = {
	'same-need': (count) => m.screen_interest_same_need({ count }),
	'can-help': (count) => m.screen_interest_can_help({ count }),
	want: (count) => m.screen_interest_want({ count }),
	'work-with': (count) => m.screen_interest_work_with({ count })
};

/** "3 can help", "2 have the same need": what organisations marked, without the kinds that nobody did. */
export function interestWords(counts: ReadonlyMap<InterestKind, number>): readonly string[] {
	return interestKinds.flatMap((kind) => {
		const count = counts.get(kind) ?? 0;
		return count > 0 ? [words[kind](count)] : [];
	});
}
