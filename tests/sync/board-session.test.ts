import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenBy } from '#lib/domain/seen.ts';
import { snapshotOf } from '#lib/protocol/frame.ts';
import { paivi } from '../domain/story.ts';
import { cast, wishes } from '../support/random-story.ts';
import { Room, type Device } from '../support/hand-room.ts';

const faults = fc.array(
	fc.record({
		device: fc.nat({ max: cast.length }),
		what: fc.nat({ max: 13 }),
		up: fc.nat({ max: 3 }),
		down: fc.nat({ max: 3 })
	}),
	{ minLength: 200, maxLength: 200, size: 'max' }
);

/** What a device was shown is exactly what its reader might see at that version: never a mixture, never more. */
function expectTrue(room: Room, device: Device): void {
	const replica = device.shownBase();
	if (!replica) return;
	const board = room.boardAt(replica.seq);
	const seen = seenBy(board, device.readerOf(replica.audience));
	expect(snapshotOf(replica.seen), `${device.name} at ${replica.seq}`).toEqual(snapshotOf(seen));
}

describe('A session over a network that loses, cuts and repeats', () => {
	test('every command ends up on the board once or back with its author, and all devices show what they may see', async () => {
		await fc.assert(
			fc.asyncProperty(wishes, faults, async (story, weather) => {
				const room = await Room.open(cast, [paivi]);
				for (const [step, fault] of weather.entries()) {
					const device = room.devices[fault.device];
					const wish = story[step];
					if (!device || device.gone) continue;
					if (fault.what === 0) device.link.cut();
					if (fault.what <= 3) device.link.restore();
					if (fault.what === 9) room.store.failing = 1;
					if (fault.what === 8) device.crash();
					if (fault.what === 10) device.link.die();
					if (fault.what === 11) device.wake();
					if (fault.what === 12) device.link.timeOut();
					room.now += 500;
					if (wish) {
						const speaker = room.speakerOf(wish.actor, fault.up);
						const command = wish.make(room.board, wish.pick, wish.actor);
						await speaker.say(command);
					}
					device.link.flush(fault.up, fault.down);
					await room.settle();
					for (const one of room.here) expectTrue(room, one);
				}
				room.devices.at(-1)?.vanish();
				await room.calm();
				for (const device of room.here) {
					expectTrue(room, device);
					if (device.session.state.refused) continue;
					expect(device.session.state.pending, `${device.name} waits for nothing`).toEqual([]);
					const returned = device.session.state.returned.map((entry) => entry.submissionId).sort();
					expect(returned, 'what came back is in front of its author').toEqual(
						(await device.keptIds()).returned.toSorted()
					);
					expect(device.session.state.connection).toBe('live');
				}
				for (const { device, submissionId } of room.keptSubmissions) {
					const saved = [...room.store.submissions.values()].filter((one) => one.submissionId === submissionId).length;
					const kept = await device.keptIds();
					// Who was removed keeps what was not answered, also when only the answer was lost; everybody else has one.
					// A page that is gone for good left it to the other page of its device.
					const page = room.here.find((one) => one.name === device.name) ?? device;
					const waits = page.session.state.refused !== null && kept.waiting.includes(submissionId);
					const fates = [saved === 1, kept.returned.includes(submissionId)].filter(Boolean);
					if (waits) expect(kept.returned).not.toContain(submissionId);
					else expect(fates, 'on the board, or back with its author').toHaveLength(1);
				}
				await room.close();
			}),
			{ numRuns: 50, endOnFailure: true }
		);
	}, 180_000);
});
