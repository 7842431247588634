import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Movement } from '#domain/cube.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { targetSchema, type TargetInput } from '#domain/target.ts';
import { cityCodes } from '#geo/regions/city.ts';
import type { TargetRecord } from '../target/scope.ts';
import { supposedRecord, supposedTargets, type SupposedMember } from './targets.ts';

const AT = '2026-11-22';
const target = (id: string, over: Partial<TargetInput>) =>
	v.parse(targetSchema, { id, name: { zh: `示例${id}` }, metric: 'members', start: '2026-01-01', due: '2027-12-31', value: 6, ...over });
const TARGETS = [
	target('all', {}),
	target('cities', { metric: 'cities', value: 4 }),
	target('rate', { metric: 'coverage', value: 0.5, scope: { province: '330000' } }),
	target('museums', { scope: { kind: 'museum' }, value: 1 }),
	target('over', { due: '2026-10-01' }),
	target('later', { start: '2027-01-01' }),
	target('projects', { metric: 'projects' })
];
const movements: Movement[] = [
	{ place: '320200', kind: 'park', on: '2020-11-21', joined: 2, left: 0 },
	{ place: '330500', kind: 'park', on: '2023-09-26', joined: 1, left: 0 }
];
const record: TargetRecord = { movements, districts: [], groups: [], projects: [], prospects: [], conversions: [], founded: '2020-11-21' };
const when = { at: AT, today: AT };
const of = (joining: readonly SupposedMember[]) => supposedTargets(TARGETS, [record, supposedRecord(record, joining, [], AT)], when, 'zh-CN');
const member = fc.record({ city: fc.option(fc.constantFrom(...cityCodes)), district: fc.constant(null), kind: fc.option(fc.constantFrom(...MEMBER_KINDS)), noted: fc.constantFrom('2026-01-01', '2026-11-01') });

describe('targets in a scenario', () => {
	test('are those that run and that members move', () => {
		expect(of([]).map(({ row }) => row.id)).toEqual(['all', 'cities', 'rate', 'museums']);
	});

	test('move by who is supposed to join, each within its scope', () => {
		const rows = of([
			{ city: '330500', district: null, kind: 'museum', noted: '2026-06-01' },
			{ city: '341800', district: null, kind: null, noted: '2026-06-01' }
		]);
		expect(rows.map(({ row, then }) => [row.id, row.evaluation.actual, then.actual, then.state])).toEqual([
			['all', 3, 5, expect.any(String)],
			['cities', 2, 3, expect.any(String)],
			['rate', 1, 1, expect.any(String)],
			['museums', 0, 1, 'reached']
		]);
	});

	test('nobody more leaves everything as it stands, and one more never lowers a count', () => {
		for (const { row, then } of of([])) expect(then).toEqual({ actual: row.evaluation.actual, chance: row.evaluation.chance, state: row.evaluation.state });
		fc.assert(
			fc.property(fc.array(member, { maxLength: 6 }), member, (joining, one) => {
				const [before, after] = [of(joining), of([...joining, one])];
				for (const [i, { then }] of after.entries()) expect(then.actual).toBeGreaterThanOrEqual(before[i]!.then.actual);
			}),
			{ numRuns: 25 }
		);
	});
});
