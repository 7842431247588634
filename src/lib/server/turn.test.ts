import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oncePerTurn } from './turn.ts';

test('asks once in a turn, and again in the next', async () => {
	let asked = 0;
	const read = oncePerTurn(() => ++asked);
	expect([read(), read(), await Promise.resolve().then(read)]).toEqual([1, 1, 1]);
	await turn();
	expect([read(), read()]).toEqual([2, 2]);
});

test('what was unknown in one turn is asked for in the next', async () => {
	let value: number | null = null;
	const read = oncePerTurn(() => value);
	expect(read()).toBeNull();
	value = 7;
	await turn();
	expect(read()).toBe(7);
});
