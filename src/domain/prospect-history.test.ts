import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFields, mergeValues, stagesPassed, type ProspectVersion } from './prospect-history.ts';
import { emptyProspect, PROSPECT_FIELDS, type ProspectField } from './prospect-form.ts';
import type { Prospect, Stage } from './prospect.ts';

const version = (n: number, stage: Stage, stageSince: string, over: Partial<Prospect> = {}): ProspectVersion => ({
	version: n,
	record: { stage, stageSince, name: { zh: '示例', en: null }, aliases: [], probability: null, ...over } as Prospect,
	recordedAt: `2026-01-0${n}T00:00:00.000Z`,
	actor: 'person:p',
	reason: `r${n}`
});

test('the way through the stages leaves out versions that changed something else', () => {
	const versions = [version(3, 'visited', '2026-02-01'), version(1, 'identified', '2026-01-01'), version(2, 'identified', '2026-01-01')];
	expect(stagesPassed(versions).map(({ stage, since, until, reason }) => [stage, since, until, reason])).toEqual([
		['identified', '2026-01-01', '2026-02-01', 'r1'],
		['visited', '2026-02-01', null, 'r3']
	]);
});

test('a day corrected later is told as corrected', () => {
	const versions = [version(1, 'identified', '2026-01-01'), version(2, 'visited', '2026-03-01'), version(3, 'visited', '2026-02-15')];
	expect(stagesPassed(versions).map(({ since, until }) => [since, until])).toEqual([
		['2026-01-01', '2026-02-15'],
		['2026-02-15', null]
	]);
});

test('changed fields are told in the order of the form', () => {
	const [before, after] = [version(1, 'identified', '2026-01-01'), version(2, 'visited', '2026-02-01', { name: { zh: '示例院', en: null } })];
	expect(changedFields(before.record, after.record)).toEqual(['nameZh', 'stage', 'stageSince']);
});

const base = emptyProspect('2026-11-22', { nameZh: '示例', contact: '甲\n乙' });
const change = fc.dictionary(fc.constantFrom<ProspectField>(...PROSPECT_FIELDS), fc.constantFrom('甲', '乙', '丙'), { maxKeys: 6 });

test('two people’s changes: what one alone changed stands, what both changed is contested, nothing else moves', () => {
	fc.assert(
		fc.property(change, change, (mine, theirs) => {
			const { values, contested, taken } = mergeValues(base, { ...base, ...mine }, { ...base, ...theirs });
			for (const field of PROSPECT_FIELDS) {
				const [my, their] = [mine[field] ?? base[field], theirs[field] ?? base[field]];
				const isContested = my !== base[field] && their !== base[field] && my !== their;
				expect(contested.some((each) => each.field === field)).toBe(isContested);
				expect(taken.includes(field)).toBe(my === base[field] && their !== my);
				expect(values[field]).toBe(my === base[field] ? their : my);
			}
		})
	);
});

test('line ends that a browser sends are no change', () => {
	expect(mergeValues(base, { ...base, contact: '甲\r\n乙' }, { ...base, contact: '丙' })).toMatchObject({ contested: [], taken: ['contact'], values: { contact: '丙' } });
});
