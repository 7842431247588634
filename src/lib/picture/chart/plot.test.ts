import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber } from '#domain/day.ts';
import { dayTicks, dayUnder, membersUnder, niceStep, NARROW, plotOf, WIDE, xOf, yOf } from './plot.ts';

const days = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2090-01-01') });

describe('niceStep', () => {
	it.each([
		[30, 5, 10],
		[20, 5, 5],
		[5, 5, 1],
		[3, 5, 1],
		[9000, 5, 2000]
	])('%i in at most %i parts: %i', (most, parts, step) => {
		expect(niceStep(most, parts)).toBe(step);
	});

	it('is 1, 2 or 5 times a power of ten and needs no more parts than allowed', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 8 }), (most, parts) => {
				const step = niceStep(most, parts);
				expect(['1', '2', '5']).toContain(String(step).replace(/0+$/, ''));
				expect(Math.ceil(most / step)).toBeLessThanOrEqual(parts);
			})
		);
	});
});

describe('dayTicks', () => {
	it('stands on the first of January of each year', () => {
		const ticks = dayTicks(dayNumber('2020-09-01'), dayNumber('2026-11-22'), 500);
		expect(ticks.map(({ text }) => text)).toEqual(['2021', '2022', '2023', '2024', '2025', '2026']);
		expect(dayFromNumber(ticks[0]?.at ?? 0)).toBe('2021-01-01');
	});

	it('leaves years out where there is no room', () => {
		const ticks = dayTicks(dayNumber('2000-06-01'), dayNumber('2026-11-22'), 300);
		expect(ticks.map(({ text }) => text)).toEqual(['2001', '2006', '2011', '2016', '2021', '2026']);
	});

	it('names months where less than two years are shown', () => {
		const ticks = dayTicks(dayNumber('2026-01-20'), dayNumber('2026-11-22'), 300);
		expect(ticks.map(({ text }) => text)).toEqual(['2026-03', '2026-05', '2026-07', '2026-09', '2026-11']);
	});

	it('always lies within the time shown, ascending, and has room for each label', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 30, max: 20_000 }), fc.integer({ min: 100, max: 600 }), (from, span, width) => {
				const ticks = dayTicks(from, from + span, width);
				ticks.forEach(({ at }, i) => {
					expect(at).toBeGreaterThanOrEqual(from);
					expect(at).toBeLessThanOrEqual(from + span);
					if (i > 0) expect(((at - (ticks[i - 1]?.at ?? 0)) / span) * width).toBeGreaterThan(40);
				});
			})
		);
	});
});

describe('plotOf', () => {
	it('keeps a step above nothing even for an empty or tiny alliance', () => {
		expect(plotOf('2026-01-01', '2026-11-22', 0, WIDE, 0).max).toBe(5);
		expect(plotOf('2026-01-01', '2026-11-22', 30, WIDE, 0)).toMatchObject({ max: 30, step: 10 });
	});

	it('spans some time even when everything happened on one day', () => {
		const plot = plotOf('2026-11-22', '2026-11-22', 3, NARROW, 0);
		expect(plot.to - plot.from).toBeGreaterThanOrEqual(30);
	});

	it('has scales that are each other’s inverse', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 40, max: 15_000 }), fc.integer({ min: 1, max: 100_000 }), (from, span, most) => {
				const plot = plotOf(dayFromNumber(from), dayFromNumber(from + span), most, WIDE, 30);
				const middle = from + Math.floor(span / 2);
				expect(Math.abs(dayUnder(plot, xOf(plot, middle)) - middle)).toBeLessThanOrEqual(1);
				expect(membersUnder(plot, yOf(plot, most))).toBeCloseTo(most, 4);
				expect(yOf(plot, most)).toBeGreaterThanOrEqual(plot.top);
			})
		);
	});

	it('reads a pointer beside the plot as its nearest edge', () => {
		const plot = plotOf('2020-01-01', '2026-11-22', 10, WIDE, 0);
		expect(dayUnder(plot, -50)).toBe(plot.from);
		expect(dayUnder(plot, 9999)).toBe(plot.to);
	});
});
