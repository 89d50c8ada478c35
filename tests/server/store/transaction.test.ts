import { describe, expect, it } from 'vitest';
import { DatabaseSync } from 'node:sqlite';
import { asOne, inTransaction } from '../../../server/store/sqlite/transaction.ts';

function numbers() {
	const db = new DatabaseSync(':memory:');
	db.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
	const add = (n: number) => db.prepare('INSERT INTO numbers VALUES (?)').run(n);
	const all = () =>
		db
			.prepare('SELECT n FROM numbers ORDER BY n')
			.all()
			.map((row) => Number(row.n));
	return { db, add, all };
}

describe('work done as one', () => {
	it('keeps every step when it succeeds, and gives back what the work came to', async () => {
		const { db, add, all } = numbers();
		const done = await asOne(db, async () => {
			inTransaction(db, () => add(1));
			await Promise.resolve();
			inTransaction(db, () => add(2));
			return 'done';
		});
		expect(done).toBe('done');
		expect(all()).toEqual([1, 2]);
		expect(db.isTransaction).toBe(false);
	});

	it('keeps no step when a later one fails', async () => {
		const { db, add, all } = numbers();
		const broken = asOne(db, async () => {
			inTransaction(db, () => add(1));
			await Promise.reject(new Error('This step fails.'));
		});
		await expect(broken).rejects.toThrow('This step fails.');
		expect(all()).toEqual([]);
		expect(db.isTransaction).toBe(false);
	});

	it('may go on after a step that was refused, without what that step had written', async () => {
		const { db, add, all } = numbers();
		await asOne(db, async () => {
			inTransaction(db, () => add(1));
			expect(() =>
				inTransaction(db, () => {
					add(2);
					add(1);
				})
			).toThrow('UNIQUE');
			inTransaction(db, () => add(3));
			return Promise.resolve();
		});
		expect(all()).toEqual([1, 3]);
	});
});
