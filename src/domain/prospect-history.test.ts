import { expect, test } from 'vitest';
import { changedFields, stagesPassed, type ProspectVersion } from './prospect-history.ts';
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
