import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './day.ts';
import { expectedAt, type Pace } from './pace.ts';

const pace = fc
	.record({ start: fc.integer({ min: 0, max: 4000 }), length: fc.integer({ min: 1, max: 3000 }), from: fc.nat(500), to: fc.nat(500) })
	.map(({ start, length, from, to }): Pace => {
		const day = addDays('2020-01-01', start);
		return { start: day, due: addDays(day, length), from, to };
	});

test('begins at the start, ends at the value, never leaves the two, never falls', () => {
	fc.assert(
		fc.property(pace, fc.array(fc.integer({ min: -500, max: 4000 }), { minLength: 2 }), (way, offsets) => {
			const floor = Math.min(way.from, way.to);
			expect(expectedAt(way, way.due)).toBe(way.to);
			if (way.from < way.to) expect(expectedAt(way, way.start)).toBe(way.from);
			const values = offsets.sort((a, b) => a - b).map((offset) => expectedAt(way, addDays(way.start, offset)));
			for (const [i, value] of values.entries()) {
				expect(value).toBeGreaterThanOrEqual(floor);
				expect(value).toBeLessThanOrEqual(Math.max(way.from, way.to));
				if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1] as number);
			}
		})
	);
});

test('half the time expects half the way', () => {
	expect(expectedAt({ start: '2026-01-01', due: '2026-01-11', from: 20, to: 30 }, '2026-01-06')).toBe(25);
	expect(expectedAt({ start: '2026-01-01', due: '2026-12-31', from: 30, to: 20 }, '2026-03-01')).toBe(20);
});
