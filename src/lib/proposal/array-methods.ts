type Lacking = { at?: unknown; findLast?: unknown };

/**
 * Adds what the editor's packages use of arrays and browsers of 2021 lack: `at` (Tiptap's lists) and `findLast` (Tiptap's
 * core, with every change). Where a browser has them, nothing is touched.
 *
 * @param prototype `Array.prototype`
 */
export function addArrayMethods(prototype: Lacking): void {
	const add = (name: keyof Lacking, value: unknown) => {
		if (typeof prototype[name] === 'function') return;
		Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false });
	};
	add('at', function (this: readonly unknown[], index: number): unknown {
		return this[index < 0 ? this.length + index : index];
	});
	add('findLast', function (this: readonly unknown[], test: (one: unknown, index: number) => unknown): unknown {
		for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index], index)) return this[index];
		return undefined;
	});
}
