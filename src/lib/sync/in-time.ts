import type { SessionPorts } from './session-state.ts';

/**
 * What comes in time. What comes later is not waited for: whoever was asked is told to give up.
 * @param ms how long it may take, in milliseconds
 * @throws what asking threw, or that it was too late
 */
export async function inTime<Answer>(
	after: SessionPorts['after'],
	ms: number,
	ask: (giveUp: AbortSignal) => Promise<Answer>
): Promise<Answer> {
	const giveUp = new AbortController();
	let cancel = () => {};
	const tooLate = new Promise<never>((_resolve, reject) => {
		cancel = after(ms, () => {
			giveUp.abort();
			reject(new Error('No answer in time'));
		});
	});
	try {
		return await Promise.race([ask(giveUp.signal), tooLate]);
	} finally {
		cancel();
	}
}
