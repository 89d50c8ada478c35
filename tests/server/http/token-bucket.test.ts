import { describe, expect, it } from 'vitest';
import { TokenBucket, TokenBuckets } from '../../../server/token-bucket.ts';

const pace = { burst: 2, perSecond: 1 };

describe('an allowance', () => {
	it('gives a burst, then a steady pace', () => {
		const bucket = new TokenBucket(pace, 0);
		expect([0, 0, 0, 999, 1_000, 1_000].map((now) => bucket.take(now))).toEqual([
			true,
			true,
			false,
			false,
			true,
			false
		]);
	});

	it('starves nobody when the clock is set back by an hour', () => {
		const bucket = new TokenBucket(pace, 3_600_000);
		expect([bucket.take(3_600_000), bucket.take(0), bucket.take(0), bucket.take(1_000)]).toEqual([
			true,
			true,
			false,
			true
		]);
	});

	it('is each key’s own, and one that ran out stays so when many others come', () => {
		const buckets = new TokenBuckets(pace);
		const taken = [buckets.take('a', 0, 2), buckets.take('a', 0), buckets.take('b', 0)];
		expect(taken).toEqual([true, false, true]);
		for (let n = 0; n < 4_000; n += 1) buckets.take(`other ${n}`, 0);
		expect(buckets.take('a', 0)).toBe(false);
	});
});
