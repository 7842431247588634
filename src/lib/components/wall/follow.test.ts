import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { follow, SILENCE_MS, type Heard, type Stream } from './follow.ts';

type Fake = Stream & { closed: boolean };

let streams: Fake[];
const open = (): Stream => {
	const stream: Fake = { onmessage: null, onerror: null, closed: false, close: () => (stream.closed = true) };
	streams.push(stream);
	return stream;
};
const word = (stamp: string): Heard => ({ stamp, time: '2026-11-22T06:05:00.000Z', build: '1' });
const say = (stamp: string): void => streams.at(-1)!.onmessage?.({ data: JSON.stringify(word(stamp)) });
const alive = (): number => streams.filter(({ closed }) => !closed).length;

beforeEach(() => {
	vi.useFakeTimers();
	streams = [];
});
afterEach(() => vi.useRealTimers());

describe('following the server', () => {
	test('hands on every word', () => {
		const hear = vi.fn();
		const following = follow('/live', hear, vi.fn(), open);
		say('1');
		say('2');
		expect(hear.mock.calls.map(([heard]) => (heard as Heard).stamp)).toEqual(['1', '2']);
		following.end();
	});

	test('calls again after an error, ever later, and at once sooner after a word', () => {
		const lose = vi.fn();
		const following = follow('/live', vi.fn(), lose, open);
		const waits = Array.from({ length: 9 }, () => {
			const before = streams.length;
			streams.at(-1)!.onerror?.();
			let ms = 0;
			for (; streams.length === before; ms += 250) vi.advanceTimersByTime(250);
			return ms;
		});
		expect(lose).toHaveBeenCalledTimes(9);
		for (const [i, ms] of waits.entries()) {
			expect(ms).toBeGreaterThanOrEqual(Math.min(30_000, 1000 * 2 ** i) / 2);
			expect(ms).toBeLessThanOrEqual(Math.min(30_000, 1000 * 2 ** i) + 250);
		}
		say('1');
		streams.at(-1)!.onerror?.();
		vi.advanceTimersByTime(1001);
		expect(streams.length).toBe(11);
		following.end();
	});

	test('takes silence for a dead line', () => {
		const lose = vi.fn();
		const following = follow('/live', vi.fn(), lose, open);
		for (let i = 0; i < 5; i++) {
			vi.advanceTimersByTime(SILENCE_MS - 1);
			say('1');
		}
		expect(lose).not.toHaveBeenCalled();
		vi.advanceTimersByTime(SILENCE_MS);
		expect(lose).toHaveBeenCalledTimes(1);
		following.end();
	});

	test('holds one stream and one timer, however long it goes on', () => {
		const following = follow('/live', vi.fn(), vi.fn(), open);
		for (let i = 0; i < 1000; i++) {
			if (i % 3 === 0) say(String(i));
			if (i % 5 === 0) streams.at(-1)!.onerror?.();
			if (i % 7 === 0) following.again();
			vi.advanceTimersByTime(i % 11 === 0 ? SILENCE_MS : 700);
			expect(alive()).toBeLessThanOrEqual(1);
			expect(vi.getTimerCount()).toBe(1);
		}
		following.end();
		expect(alive()).toBe(0);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('says nothing more once it has ended', () => {
		const [hear, lose] = [vi.fn(), vi.fn()];
		const following = follow('/live', hear, lose, open);
		const stream = streams[0]!;
		following.end();
		stream.onmessage?.({ data: '{}' });
		stream.onerror?.();
		vi.advanceTimersByTime(120_000);
		expect([hear.mock.calls.length, lose.mock.calls.length, streams.length]).toEqual([0, 0, 1]);
	});
});
