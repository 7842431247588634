import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Turnstile, WaitedTooLong } from './turnstile.ts';

test('one at a time, in the order of arrival', async () => {
	const turnstile = new Turnstile(1000);
	const order: string[] = [];
	const pass = async (name: string) => {
		await turnstile.enter();
		order.push(`${name} in`);
		await pause(1);
		order.push(`${name} out`);
		turnstile.leave();
	};
	await Promise.all([pass('a'), pass('b'), pass('c')]);
	expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
});

test('whoever waits too long is turned away and leaves the line', async () => {
	const turnstile = new Turnstile(20);
	await turnstile.enter();
	const late = turnstile.enter();
	await expect(late).rejects.toThrow(WaitedTooLong);
	const next = turnstile.enter();
	turnstile.leave();
	await next;
	turnstile.leave();
	await turnstile.enter();
});
