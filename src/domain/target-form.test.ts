import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { BLANK_TARGET, differingFields, readTargetForm, TARGET_FIELDS, TARGET_ISSUES, typedTarget, type TypedTarget } from './target-form.ts';
import { TARGET_METRICS, targetSchema } from './target.ts';

const GOOD: TypedTarget = { ...BLANK_TARGET, nameZh: '示例目标', start: '2026-01-01', due: '2026-12-31', value: '40', reason: '秘书处会议' };
const issues = (over: Partial<TypedTarget>) => {
	const read = readTargetForm('t', { ...GOOD, ...over });
	return 'issues' in read ? read.issues : null;
};

describe('the form of a target', () => {
	test('reads what people type: full-width digits, thousands, percentages', () => {
		expect(readTargetForm('t', { ...GOOD, value: '１，２００' })).toMatchObject({ target: { value: 1200 } });
		expect(readTargetForm('t', { ...GOOD, metric: 'coverage', value: '９０％', startValue: '78.05' })).toMatchObject({ target: { value: 0.9, startValue: 0.7805 } });
		expect(readTargetForm('t', { ...GOOD, city: '320200', kind: 'park', group: 'yrd_core_27', partOf: 'w' })).toMatchObject({
			target: { scope: { province: null, city: '320200', groupId: 'yrd_core_27', kind: 'park' }, partOf: 'w', name: { zh: '示例目标', en: null } }
		});
	});

	test('says of each field what is wrong with it, all at once', () => {
		expect(issues({ nameZh: ' ', start: '2026-02-30', due: '', value: '', reason: '' })).toEqual({ nameZh: 'empty', start: 'day', due: 'empty', value: 'empty', reason: 'empty' });
		expect(issues({ due: '2026-01-01' })).toEqual({ due: 'due_before_start' });
		expect(issues({ due: '2226-01-01' })).toEqual({ due: 'too_far' });
		expect(issues({ value: '4.5' })).toEqual({ value: 'whole' });
		expect(issues({ value: '-4' })).toEqual({ value: 'negative' });
		expect(issues({ value: '90%' })).toEqual({ value: 'number' });
		expect(issues({ value: '1e9' })).toEqual({ value: 'number' });
		expect(issues({ value: '99999999999' })).toEqual({ value: 'too_large' });
		expect(issues({ metric: 'coverage', value: '101' })).toEqual({ value: 'percent' });
		expect(issues({ metric: 'projects', kind: 'park' })).toEqual({ metric: 'projects_have_no_kind' });
		expect(issues({ metric: 'turnover', kind: 'bank', city: '无锡' })).toEqual({ metric: 'choice', kind: 'choice', city: 'choice' });
		expect(issues({ partOf: 't' })).toEqual({ partOf: 'part_of_itself' });
		expect(issues({ nameZh: '长'.repeat(301) })).toEqual({ nameZh: 'too_long' });
	});

	test('a target that stands reads back as it is', () => {
		const day = fc.integer({ min: 0, max: 300 }).map((n) => `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`);
		const stands = fc
			.record({ metric: fc.constantFrom(...TARGET_METRICS), start: day, value: fc.nat(1000), startValue: fc.option(fc.nat(1000)), city: fc.option(fc.constant('320200')), note: fc.option(fc.constant('第一行\n第二行')) })
			.map(({ metric, start, value, startValue, city, note }) => {
				const number = (n: number) => (metric === 'coverage' ? n / 1000 : n);
				const input = { id: 't', name: { zh: '示例' }, metric, start, due: '2027-06-30', value: number(value), startValue: startValue === null ? null : number(startValue), scope: { city }, internalNote: note };
				return v.parse(targetSchema, input);
			});
		fc.assert(
			fc.property(stands, (target) => {
				const typed = typedTarget(target);
				expect(readTargetForm('t', { ...typed, reason: '不变' })).toEqual({ target });
				expect(differingFields(typed, { ...typed, value: `${typed.value}0`, reason: '另一个' })).toEqual(['value']);
			})
		);
	});

	test('whatever is typed is read or refused by a code that has words', () => {
		const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('0', '90%', '2026-01-01', 'coverage', 'park', '\u0000', '__proto__'));
		fc.assert(
			fc.property(fc.record(Object.fromEntries(TARGET_FIELDS.map((field) => [field, anything])) as Record<(typeof TARGET_FIELDS)[number], typeof anything>), (typed) => {
				const read = readTargetForm('t', typed);
				if ('issues' in read) for (const code of Object.values(read.issues)) expect(TARGET_ISSUES).toContain(code);
				else expect(v.safeParse(targetSchema, read.target).success).toBe(true);
			})
		);
	});
});
