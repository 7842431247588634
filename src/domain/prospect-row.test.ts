import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { NO_OUTCOMES } from './chance.ts';
import { dayFromNumber } from './day.ts';
import { pipelineSum, prospectRow, selects, sortRows } from './prospect-row.ts';
import { DEFAULT_PROSPECT_VIEW, PROSPECT_SORTS, readProspectView, writeProspectView, type ProspectView } from './prospect-view.ts';
import { MEMBER_KINDS } from './member.ts';
import { prospectSchema, STAGES, type ProspectInput } from './prospect.ts';

const TODAY = '2026-11-22';
const row = (id: string, over: Partial<ProspectInput> = {}) => {
	const input = { id, name: { zh: `示例${id}` }, stage: 'contacted' as const, stageSince: '2026-11-01', noted: '2026-01-01', ...over };
	return prospectRow({ prospect: v.parse(prospectSchema, input), version: 1, pinyin: id }, NO_OUTCOMES, TODAY);
};

test('what needs attention comes first: overdue, stalled, then by the next step; what has ended last', () => {
	const rows = [
		row('a', { stage: 'lost' }),
		row('b'),
		row('c', { stageSince: '2026-09-01' }),
		row('d', { nextStepOn: '2026-12-24' }),
		row('e', { nextStepOn: '2026-11-20' })
	];
	expect(sortRows(rows, 'attention').map(({ id }) => id)).toEqual(['e', 'c', 'd', 'b', 'a']);
	expect(rows[4]).toMatchObject({ overdue: true, stalled: false, days: 21, chance: { value: 0.2, basis: 'default' } });
	expect(pipelineSum(rows)).toEqual({ open: 4, expected: expect.closeTo(0.8), overdue: 1, stalled: 1 });
});

test('filters select by stage, city, kind, owner and what is wrong', () => {
	const subject = row('a', { city: '320200', kind: 'park', ownerId: 'p', stageSince: '2026-01-01' });
	const yes = (view: Partial<ProspectView>) => selects({ ...DEFAULT_PROSPECT_VIEW, ...view }, subject);
	expect([yes({}), yes({ stage: 'open' }), yes({ stage: 'contacted', city: '320200', kind: 'park', owner: 'p', only: 'stalled' })]).toEqual([true, true, true]);
	expect([yes({ stage: 'lost' }), yes({ city: '310000' }), yes({ kind: 'museum' }), yes({ owner: 'none' }), yes({ only: 'overdue' })]).toEqual(Array(5).fill(false));
	expect(selects({ ...DEFAULT_PROSPECT_VIEW, owner: 'none' }, row('b'))).toBe(true);
});

const rows = fc.array(
	fc.record({
		stage: fc.constantFrom(...STAGES),
		on: fc.integer({ min: 20_000, max: 20_779 }).map(dayFromNumber),
		step: fc.option(fc.integer({ min: 20_000, max: 21_000 }).map(dayFromNumber)),
		chance: fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
	}),
	{ maxLength: 30 }
);

test('every order holds the same rows, and does not depend on how they came', () => {
	fc.assert(
		fc.property(rows, fc.constantFrom(...PROSPECT_SORTS), fc.boolean(), (all, sort, down) => {
			const made = all.map(({ stage, on, step, chance }, i) =>
				row(`r${i}`, { stage, stageSince: on, noted: '2020-01-01', nextStepOn: step, probability: chance, memberId: stage === 'converted' ? 'm' : null })
			);
			const sorted = sortRows(made, sort, down);
			expect(sortRows(made.toReversed(), sort, down)).toEqual(sorted);
			expect(new Set(sorted)).toEqual(new Set(made));
		})
	);
});

test('an address says what its view says, and reads nonsense as nothing', () => {
	const view = fc.record({
		q: fc.constantFrom('', '水环境', 'a&b=c'),
		stage: fc.constantFrom(null, 'open' as const, ...STAGES),
		city: fc.constantFrom(null, '320200'),
		kind: fc.constantFrom(null, ...MEMBER_KINDS),
		owner: fc.constantFrom(null, 'none', 'p1'),
		only: fc.constantFrom(null, 'overdue' as const, 'stalled' as const),
		sort: fc.constantFrom(...PROSPECT_SORTS),
		down: fc.boolean(),
		page: fc.integer({ min: 1, max: 99 })
	});
	fc.assert(fc.property(view, (each) => void expect(readProspectView(new URLSearchParams(writeProspectView(each)))).toEqual(each)));
	fc.assert(fc.property(fc.webQueryParameters(), (query) => void expect(readProspectView(new URLSearchParams(query)).page).toBeGreaterThan(0)), { numRuns: 30 });
	expect(writeProspectView(DEFAULT_PROSPECT_VIEW)).toBe('');
	expect(writeProspectView({}, 'dark')).toBe('?theme=dark');
});
