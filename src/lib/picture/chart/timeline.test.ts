import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '#domain/day.ts';
import { parsePartialDay, UNKNOWN_DAY } from '#domain/partial-day.ts';
import { PROJECT_STATUSES } from '#domain/project.ts';
import { timelineOf, type TimelineProject } from './timeline.ts';

const AT = '2026-11-22';

function project(since: string, ended: string | null = null, status: TimelineProject['status'] = 'active', id = 'p'): TimelineProject {
	return { id, title: id, lang: null, href: `/projects/${id}`, status, since: parsePartialDay(since) ?? UNKNOWN_DAY, ended: ended === null ? null : parsePartialDay(ended) };
}

/** A bar as text: [ sharp start, ( open start, = sure, ~ unsure, ] sharp end, ) open end. */
function shape(one: TimelineProject): string {
	const { bar } = timelineOf([one], AT).rows[0]!;
	return (bar.openLeft ? '(' : '[') + bar.stretches.map(({ sure }) => (sure ? '=' : '~')).join('') + (bar.openRight ? ')' : ']');
}

describe('a bar', () => {
	it.each([
		['a day, going on', project('2023-09-26'), '[=)'],
		['a day to a day', project('2021-05-06', '2022-11-30', 'completed'), '[=]'],
		['a year, going on', project('2021'), '[~=)'],
		['a month to a year', project('2021-03', '2023', 'completed'), '[~=~]'],
		['not after', project('<=2023-09-26'), '(~=)'],
		['an end not after', project('2022-02-02', '<=2024-06-30', 'ended'), '[~]'],
		['no date', project('', null, null), '(~)'],
		['completed, nobody says when', project('2022-01-10', null, 'completed'), '[~]'],
		['an end that lies ahead', project('2025-06-01', '2027-12'), '[=)'],
		['within one and the same year', project('2023', '2023', 'completed'), '[~]'],
		['on a single day', project('2023-09-26', '2023-09-26', 'completed'), '[=]']
	])('%s', (_, one, expected) => {
		expect(shape(one)).toBe(expected);
	});

	it('begins and ends on its days', () => {
		const { rows } = timelineOf([project('2021-01-01'), project('2022-01-01', '2022-12-31', 'completed', 'q')], AT);
		const [from, to] = [dayNumber('2021-01-01') - 15, dayNumber(AT) + 1];
		const share = (day: string) => (dayNumber(day) - from) / (to - from);
		expect(rows[0]?.bar.stretches[0]?.from).toBeCloseTo(share('2021-01-01'));
		expect(rows[1]?.bar.stretches[0]).toMatchObject({ from: expect.closeTo(share('2022-01-01')), to: expect.closeTo(share('2023-01-01')) });
	});

	it('lies within the track, its stretches in order and joined, whatever is known', () => {
		const text = fc.constantFrom('', '2019', '2021-02', '2022-02-28', '<=2023-01-01', '2026-11-22', '2027-05');
		const status = fc.constantFrom(...PROJECT_STATUSES, null);
		fc.assert(
			fc.property(fc.array(fc.tuple(text, fc.option(text), status), { minLength: 1, maxLength: 20 }), (given) => {
				const valid = given
					.map(([since, ended, s], i) => project(since, ended, s, `p${i}`))
					.filter(({ since, ended }) => since.on === null || ended === null || ended.on === null || ended.on >= since.on);
				const { rows, more } = timelineOf(valid, AT);
				expect(rows.length + more).toBe(valid.length);
				for (const { bar } of rows) {
					expect(bar.stretches.length).toBeGreaterThan(0);
					bar.stretches.forEach(({ from, to }, i) => {
						expect(from).toBeGreaterThanOrEqual(i === 0 ? 0 : bar.stretches[i - 1]!.to);
						expect(to).toBeGreaterThan(from);
						expect(to).toBeLessThanOrEqual(1);
						if (i > 0) expect(from).toBe(bar.stretches[i - 1]!.to);
					});
				}
			})
		);
	});
});

describe('timelineOf', () => {
	it('sorts by start, those without a date last, and counts what it leaves out', () => {
		const many = [project('', null, null, 'none'), project('2024-01-01', null, null, 'b'), project('2021', null, null, 'a')];
		expect(timelineOf(many, AT).rows.map(({ project: { id } }) => id)).toEqual(['a', 'b', 'none']);
		expect(timelineOf(many, AT, 2)).toMatchObject({ more: 1 });
	});

	it('shows at least a year, with ticks', () => {
		expect(timelineOf([project('2026-11-20')], AT).ticks.length).toBeGreaterThan(1);
		expect(timelineOf([], AT).rows).toEqual([]);
	});
});
