import { expect, test } from 'vitest';
import { leaderOf } from './leader.ts';

test('a leader begins on the edge of the bubble and ends short of the text', () => {
	const { x1, y1, x2, y2 } = leaderOf(0.5, 3, 2.36);
	expect(Math.hypot(x1, y1)).toBeCloseTo(0.5);
	expect([x2, y2]).toEqual([2.91, 1.8]);
	expect(leaderOf(0.5, 0, -2).y2).toBeCloseTo(-1.76);
});
