import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citiesOf, cities } from './city.ts';
import { toward, type Direction, type Spot } from './direction.ts';
import { districtsOf } from './district.ts';
import { provinces } from './province.ts';

const DIRECTIONS: Direction[] = ['up', 'down', 'left', 'right'];

/** Codes that the arrows reach from one region. */
function reached(from: string, onMap: readonly Spot[]): Set<string> {
	const seen = new Set([from]);
	for (const code of seen)
		for (const direction of DIRECTIONS) {
			const next = toward(code, direction, onMap);
			if (next) seen.add(next);
		}
	return seen;
}

function unreached(onMap: readonly Spot[]): string[] {
	return onMap.flatMap(({ adcode }) => {
		const seen = reached(adcode, onMap);
		return onMap.filter((other) => !seen.has(other.adcode)).map((other) => `${adcode} → ${other.adcode}`);
	});
}

describe('toward', () => {
	it('goes to the neighbour a reader expects', () => {
		expect(toward('320200', 'right', cities)).toBe('320500');
		expect(toward('320200', 'left', cities)).toBe('320400');
		expect(toward('320500', 'right', cities)).toBe('310000');
		expect(toward('330900', 'left', cities)).toBe('330200');
		expect(toward('330200', 'right', cities)).toBe('330900');
	});

	it('stops at the edge, and answers nothing for a region that is not on the map', () => {
		expect(toward('330900', 'right', cities)).toBeNull();
		expect(toward('320205', 'left', cities)).toBeNull();
	});

	it('reaches every city from every other, on every map of the atlas', () => {
		expect(unreached(cities)).toEqual([]);
		for (const { adcode } of provinces) expect(unreached(citiesOf(adcode))).toEqual([]);
		for (const { adcode } of cities) expect(unreached(districtsOf(adcode))).toEqual([]);
	});

	it('reaches every city from every other, on any selection of cities', () => {
		fc.assert(
			fc.property(fc.subarray([...cities], { minLength: 2, maxLength: 20 }), (some) => unreached(some).length === 0)
		);
	});
});
