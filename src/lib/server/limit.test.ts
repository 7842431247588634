import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitOf } from './limit.ts';

describe('a limit', () => {
	it('lets its tries pass, then says when the next one comes', () => {
		const limit = limitOf(3, 60_000);
		expect([1, 2, 3].map(() => limit('a', 0).allowed)).toEqual([true, true, true]);
		expect(limit('a', 0)).toEqual({ allowed: false, left: 0, retryAfter: 20 });
		expect(limit('b', 0).allowed).toBe(true);
		expect(limit('a', 20_000).allowed).toBe(true);
		expect(limit('a', 20_001).allowed).toBe(false);
	});

	it('never lets more pass in any window than the tries and what came back', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }), (waits) => {
				const limit = limitOf(5, 10_000);
				let now = 0;
				let passed = 0;
				for (const wait of waits) {
					now += wait;
					if (limit('k', now).allowed) passed++;
				}
				expect(passed).toBeLessThanOrEqual(5 + now / 2000 + 1e-6);
			})
		);
	});

	it('does not gain from a clock that goes back', () => {
		const limit = limitOf(1, 1000);
		expect(limit('a', 5000).allowed).toBe(true);
		expect(limit('a', 0).allowed).toBe(false);
		expect(limit('a', 500).allowed).toBe(false);
	});
});
