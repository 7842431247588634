import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collide, inside, type Box } from './boxes.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const side = fc.double({ min: -8, max: 8, noNaN: true });
const box: fc.Arbitrary<Box> = fc
	.record({ x: share, y: share, left: side, width: fc.double({ min: 0.2, max: 8, noNaN: true }), top: side, height: fc.double({ min: 0.2, max: 3, noNaN: true }) })
	.map(({ x, y, left, width, top, height }) => ({ x, y, left, right: left + width, top, bottom: top + height }));
const widths = fc.tuple(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 0, max: 40 })).map(([from, more]) => ({ from, to: from + more }));

function overlapAt(a: Box, b: Box, w: number, slack: number): boolean {
	return (
		a.x * w + a.left < b.x * w + b.right - slack &&
		b.x * w + b.left < a.x * w + a.right - slack &&
		a.y * w + a.top < b.y * w + b.bottom - slack &&
		b.y * w + b.top < a.y * w + a.bottom - slack
	);
}

test('boxes that overlap at any width of the range collide', () => {
	fc.assert(
		fc.property(box, box, widths, share, (a, b, range, t) => {
			const w = range.from + (range.to - range.from) * t;
			if (overlapAt(a, b, w, 1e-9)) expect(collide(a, b, range)).toBe(true);
		}),
		{ numRuns: 2000 }
	);
});

test('boxes that collide overlap at some width of the range', () => {
	fc.assert(
		fc.property(box, box, widths, (a, b, range) => {
			if (!collide(a, b, range)) return;
			const at = Array.from({ length: 4001 }, (_, i) => range.from + ((range.to - range.from) * i) / 4000);
			// The overlap may last less than a sample: allow for what moves in between.
			expect(at.some((w) => overlapAt(a, b, w, -0.02))).toBe(true);
		})
	);
});

test('boxes that pass each other between the ends of the range collide, though not at its ends', () => {
	const still: Box = { x: 0, y: 0, left: 10, right: 11, top: 0, bottom: 1 };
	const passing: Box = { x: 0.5, y: 0, left: 0, right: 1, top: 0, bottom: 1 };
	expect(collide(still, passing, { from: 10, to: 10 })).toBe(false);
	expect(collide(still, passing, { from: 40, to: 40 })).toBe(false);
	expect(collide(still, passing, { from: 10, to: 40 })).toBe(true);
	expect(collide(still, { ...still, left: 11, right: 12 }, { from: 10, to: 40 })).toBe(false);
});

test('inside means inside at every width', () => {
	const label: Box = { x: 0.9, y: 0.5, left: 0, right: 4, top: -1, bottom: 1 };
	expect(inside(label, 1, { from: 40, to: 80 })).toBe(true);
	expect(inside(label, 1, { from: 39, to: 80 })).toBe(false);
	expect(inside({ ...label, y: 0.01 }, 1, { from: 50, to: 80 })).toBe(false);
	expect(inside({ ...label, y: 0.99 }, 1, { from: 50, to: 80 })).toBe(false);
});
