import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { CONVERSION_FIELDS, conversionValues, readConversion, type ConversionValues } from './conversion.ts';
import { prospectSchema } from './prospect.ts';

const TODAY = '2026-11-22';
const AS = { memberId: 'm', today: TODAY };
const prospect = v.parse(prospectSchema, {
	id: 'p',
	name: { zh: '示例大学' },
	aliases: ['示大'],
	kind: 'university',
	city: '320200',
	stage: 'approved',
	stageSince: '2026-10-01',
	noted: '2026-01-01',
	internalNote: '内部'
});
const values = { ...conversionValues(prospect, TODAY), cityBasis: 'by_name' };
const issuesOf = (over: Partial<ConversionValues>) => {
	const read = readConversion({ ...values, ...over }, prospect, AS);
	return 'issues' in read ? read.issues : {};
};

test('a prospect becomes a member with one membership, and keeps its trail', () => {
	const read = readConversion({ ...values, cityBasis: 'stated', eventId: 'e', sourceId: 's' }, prospect, AS);
	expect(read).toMatchObject({
		member: { id: 'm', name: { zh: '示例大学' }, aliases: ['示大'], kindBasis: 'stated', city: '320200', cityBasis: 'stated', internalNote: null, citations: [{ sourceId: 's', field: '' }] },
		membership: { id: 'm-1', memberId: 'm', eventId: 'e', joined: { on: TODAY, precision: 'day' }, joinedBasis: 'stated' },
		prospect: { id: 'p', stage: 'converted', memberId: 'm', stageSince: TODAY, internalNote: '内部' }
	});
});

test('what no source stands behind is not called stated; a member without a city has an unknown location', () => {
	expect(readConversion(values, prospect, AS)).toMatchObject({ member: { kindBasis: 'unknown' }, membership: { joinedBasis: 'unknown' } });
	expect(readConversion({ ...values, city: '' }, prospect, AS)).toMatchObject({ member: { city: null, cityBasis: 'unknown' } });
});

test('the day of joining may be known to the month or only as not after', () => {
	const joined = (text: string) => readConversion({ ...values, joined: text }, prospect, AS);
	expect(joined('2026年3月')).toMatchObject({ membership: { joined: { on: '2026-03-31', precision: 'month' } }, prospect: { stageSince: '2026-03-31' } });
	expect(joined('不晚于2026-03-05')).toMatchObject({ membership: { joined: { on: '2026-03-05', precision: 'not_after' } } });
	expect(joined('2026-11')).toMatchObject({ membership: { joined: { precision: 'month' } }, prospect: { stageSince: TODAY } });
});

test('each field says what is wrong with it', () => {
	expect(issuesOf({ nameZh: '' })).toEqual({ nameZh: 'required' });
	expect(issuesOf({ kind: '' })).toEqual({ kind: 'required' });
	expect(issuesOf({ joined: '' })).toEqual({ joined: 'required' });
	expect(issuesOf({ joined: '2026-13-01' })).toEqual({ joined: 'day' });
	expect(issuesOf({ joined: '2026-11-23' })).toEqual({ joined: 'in_future' });
	expect(issuesOf({ district: '330102' })).toEqual({ district: 'district_outside_city' });
	expect(issuesOf({ cityBasis: 'stated' })).toEqual({ sourceId: 'source_for_basis' });
	expect(issuesOf({ cityBasis: 'guessed' })).toEqual({ cityBasis: 'choice' });
	expect(issuesOf({ eventId: '!!' })).toEqual({ eventId: 'choice' });
});

test('whatever is typed is read to three records that belong together, or to issues', () => {
	const anything = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('', '2026-01', 'park', '320200', 'stated', 's-1', '示例'));
	const typed = fc.record(Object.fromEntries(CONVERSION_FIELDS.map((field) => [field, anything]))) as fc.Arbitrary<ConversionValues>;
	fc.assert(
		fc.property(typed, (given) => {
			const read = readConversion(given, prospect, AS);
			if ('issues' in read) expect(Object.keys(read.issues).length).toBeGreaterThan(0);
			else expect([read.member.id, read.membership.memberId, read.prospect.memberId]).toEqual(['m', 'm', 'm']);
		})
	);
});
