import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, frameOf, tenths } from './frame.ts';

describe('frameOf', () => {
	it('holds every point, 800 units wide and at most 1000 high, as large as fits', () => {
		const degrees = fc.tuple(fc.double({ min: 114, max: 123, noNaN: true }), fc.double({ min: 27, max: 36, noNaN: true }));
		const spread = fc
			.array(degrees, { minLength: 2, maxLength: 9 })
			.filter((all) => [0, 1].every((axis) => new Set(all.map((at) => Math.round(at[axis as 0 | 1] * 50))).size > 1));
		fc.assert(
			fc.property(spread, (points) => {
				const frame = frameOf(points);
				expect(frame.width).toBe(800);
				expect(frame.height).toBeLessThanOrEqual(1000);
				const project = tenths(frame);
				const at = points.map((point) => project(point)!.map((value) => value / 10));
				const [xs, ys] = [at.map(([x]) => x!), at.map(([, y]) => y!)];
				expect(Math.min(...xs, ...ys)).toBeGreaterThan(7.9);
				expect(Math.max(...xs)).toBeLessThan(792.1);
				expect(Math.max(...ys)).toBeLessThan(frame.height - 7.9);
				const fills = Math.max(...xs) - Math.min(...xs) > 783 || Math.max(...ys) - Math.min(...ys) > 983;
				expect(fills).toBe(true);
			})
		);
	});
});

describe('clip', () => {
	const frame = { width: 10, height: 20, projection: { scale: 1, translate: [0, 0] as const } };
	it('cuts areas and lines a little outside the frame', () => {
		const far = [[-999, 50], [999, 50], [999, 90], [-999, 90], [-999, 50]];
		const [ring] = clip(frame, { type: 'Polygon', coordinates: [far] });
		expect([Math.min(...ring!.map(([x]) => x)), Math.max(...ring!.map(([x]) => x))]).toEqual([-60, 160]);
		expect(ring!.at(-1)).toEqual(ring![0]);
		expect(clip(frame, { type: 'LineString', coordinates: [[-999, 5], [999, 5]] })).toEqual([[[-60, 5], [160, 5]]]);
	});
	it('leaves nothing of what lies elsewhere', () => {
		expect(clip(frame, { type: 'LineString', coordinates: [[900, 5], [999, 5]] })).toEqual([]);
	});
});
