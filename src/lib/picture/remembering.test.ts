import { expect, test, vi } from 'vitest';
import { remembering } from './remembering.ts';

test('what was asked lately is not worked out again; the oldest goes first', () => {
	const square = vi.fn((n: number) => n * n);
	const asked = remembering(square, 2);
	expect([1, 2, 1, 2].map(asked)).toEqual([1, 4, 1, 4]);
	expect(square).toHaveBeenCalledTimes(2);
	expect([3, 2, 1].map(asked)).toEqual([9, 4, 1]);
	expect(square.mock.calls).toEqual([[1], [2], [3], [1]]);
});
