import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_GAP, placeLabels, type Mark, type Place } from './labels.ts';

const [LEFT, RIGHT] = [30, 550];

function spanOf(mark: Mark, place: Place): [number, number] {
	return place.side === 'right' ? [mark.x + LABEL_GAP, mark.x + LABEL_GAP + mark.width] : [mark.x - LABEL_GAP - mark.width, mark.x - LABEL_GAP];
}

describe('placeLabels', () => {
	it('sets labels that do not meet side by side in the lane next to the plot', () => {
		const marks = [
			{ x: 40, width: 60, rank: 12 },
			{ x: 280, width: 90, rank: 8 }
		];
		expect(placeLabels(marks, 3, LEFT, RIGHT)).toEqual([
			{ lane: 0, side: 'right' },
			{ lane: 0, side: 'right' }
		]);
	});

	it('turns a label at the right edge to the left', () => {
		expect(placeLabels([{ x: 540, width: 60, rank: 0 }], 1, LEFT, RIGHT)).toEqual([{ lane: 0, side: 'left' }]);
	});

	it('serves the greater rank first and leaves out what has no room', () => {
		const marks = [
			{ x: 300, width: 240, rank: 1 },
			{ x: 302, width: 240, rank: 9 },
			{ x: 304, width: 240, rank: 5 }
		];
		const places = placeLabels(marks, 1, LEFT, RIGHT);
		expect(places[1]).toEqual({ lane: 0, side: 'right' });
		expect(places[2]).toEqual({ lane: 0, side: 'left' });
		expect(places[0]).toBeNull();
	});

	it('never lays a label over a label or a line through one, for any two to ninety events', () => {
		const mark = fc.record({ x: fc.double({ min: LEFT, max: RIGHT, noNaN: true }), width: fc.integer({ min: 10, max: 150 }), rank: fc.integer({ min: 0, max: 20 }) });
		fc.assert(
			fc.property(fc.array(mark, { minLength: 2, maxLength: 90 }), fc.integer({ min: 1, max: 3 }), (marks, lanes) => {
				const placed = placeLabels(marks, lanes, LEFT, RIGHT).flatMap((place, i) => (place ? [{ mark: marks[i] as Mark, place }] : []));
				expect(placed.length).toBeGreaterThan(0);
				placed.forEach((one, i) => {
					const [from, to] = spanOf(one.mark, one.place);
					expect(from).toBeGreaterThanOrEqual(LEFT);
					expect(to).toBeLessThanOrEqual(RIGHT);
					for (const other of placed.slice(i + 1)) {
						const [otherFrom, otherTo] = spanOf(other.mark, other.place);
						if (one.place.lane === other.place.lane) expect(to <= otherFrom || otherTo <= from).toBe(true);
						const [upper, lower] = one.place.lane >= other.place.lane ? [one, other] : [other, one];
						const [lowFrom, lowTo] = spanOf(lower.mark, lower.place);
						expect(upper.mark.x < lowFrom || upper.mark.x > lowTo).toBe(true);
					}
				});
			})
		);
	});
});
