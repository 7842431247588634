import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEMBER_KINDS } from '#domain/member.ts';
import { bubble, bubbleRadius, bubbleUnit, holeRadius, turnsOf } from './bubble.ts';

const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 41 });

test('area is proportional to members, down to the least that can be seen', () => {
	const unit = bubbleUnit([1, 4, 7]);
	expect(bubbleRadius(4, unit) / bubbleRadius(1, unit)).toBeCloseTo(2, 9);
	expect(bubbleRadius(0, unit)).toBe(0);
	expect(bubbleRadius(1, bubbleUnit([1, 5000]))).toBe(0.3);
});

test('however many members: none larger than the largest, none invisible, more is never smaller', () => {
	fc.assert(
		fc.property(counts, (members) => {
			const unit = bubbleUnit(members);
			const sorted = members.toSorted((a, b) => a - b).map((n) => bubbleRadius(n, unit));
			expect(sorted.at(-1)!).toBeLessThanOrEqual(1.25 + 1e-9);
			expect(sorted.every((r, i) => i === 0 || r >= sorted[i - 1]!)).toBe(true);
			members.forEach((n) => expect(bubbleRadius(n, unit) > 0).toBe(n > 0));
		})
	);
});

test('a slice for each kind that is there, in the order given', () => {
	const slices = bubble(1, [
		{ kind: 'institute', members: 1 },
		{ kind: 'park', members: 0 },
		{ kind: 'museum', members: 3 }
	]);
	expect(slices.map(({ kind }) => kind)).toEqual(['institute', 'museum']);
	// A quarter of the disc, from the top clockwise to the right.
	expect(slices[0]!.d).toBe('M0 0L0 -1A1 1 0 0 1 1 0z');
	expect(slices[1]!.d).toBe('M0 0L1 0A1 1 0 1 1 0 -1z');
});

test('one kind alone is a whole disc; the middle stays open', () => {
	const [only] = bubble(0.5, [{ kind: 'park', members: 3 }]);
	expect(only!.d).toBe('M0-.5A.5 .5 0 1 1 0 .5A.5 .5 0 1 1 0-.5z');
	expect(holeRadius(0.5)).toBe(0.21);
});

test('slices close the disc: each begins where the one before ended', () => {
	const kinds = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: MEMBER_KINDS.length });
	fc.assert(
		fc.property(kinds, (members) => {
			const slices = bubble(1, members.map((n, i) => ({ kind: MEMBER_KINDS[i]!, members: n })));
			const starts = slices.map(({ d }) => /^M0 0L(\S+ \S+?)A/.exec(d)![1]!);
			const ends = slices.map(({ d }) => / 1 (\S+ \S+?)z/.exec(d)![1]!);
			expect(ends).toEqual([...starts.slice(1), starts[0]]);
		})
	);
});

test('slices follow one another all the way round, each as wide as its share', () => {
	expect(
		turnsOf([
			{ kind: 'park', members: 3 },
			{ kind: 'museum', members: 0 },
			{ kind: 'other', members: 1 }
		])
	).toEqual([
		{ kind: 'park', from: 0, to: 0.75 },
		{ kind: 'other', from: 0.75, to: 1 }
	]);
});
