import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { emptyProspect, PROSPECT_FIELDS, prospectValues, readProspect, typedProspect, type ProspectField, type ProspectValues } from './prospect-form.ts';
import { prospectSchema, type Prospect } from './prospect.ts';

const TODAY = '2026-11-22';
const whole: Prospect = v.parse(prospectSchema, {
	id: 'a',
	name: { zh: '示例研究院', en: 'Example Institute' },
	aliases: ['示例院', '研究院'],
	kind: 'institute',
	city: '320200',
	district: '320205',
	creditCode: '91320200MA1MXXXX0W'.replace(/X/g, '1'),
	website: 'https://example.org/',
	stage: 'contacted',
	stageSince: '2026-02-01',
	noted: '2026-01-01',
	probability: 1 / 3,
	expected: '2027-01-01',
	ownerId: 'p1',
	nextStep: '走访\n带上资料',
	nextStepOn: '2026-12-01',
	contact: '示例联系人',
	internalNote: '备注'
});
const sound = { ...whole, creditCode: null };

function issuesOf(over: Partial<ProspectValues>, base: Pick<Prospect, 'id'> & Partial<Prospect> = sound) {
	const read = readProspect({ ...prospectValues(sound), ...over }, base, TODAY);
	return 'issues' in read ? read.issues : {};
}

test('reading what the form shows gives the prospect as it was', () => {
	expect(readProspect(prospectValues(sound), sound, TODAY)).toEqual({ prospect: sound });
});

test('dates and percentages are read however they are typed', () => {
	const read = readProspect({ ...prospectValues(sound), expected: '２０２７年3月5日', nextStepOn: '2026.12.5', probability: '４５％' }, sound, TODAY);
	expect(read).toMatchObject({ prospect: { expected: '2027-03-05', nextStepOn: '2026-12-05', probability: 0.45 } });
});

test('each field says what is wrong with it', () => {
	expect(issuesOf({ nameZh: ' ' })).toEqual({ nameZh: 'required' });
	expect(issuesOf({ nameZh: '示'.repeat(301) })).toEqual({ nameZh: 'too_long' });
	expect(issuesOf({ kind: 'zoo' })).toEqual({ kind: 'choice' });
	expect(issuesOf({ city: '无锡' })).toHaveProperty('city', 'choice');
	expect(issuesOf({ district: '330102' })).toEqual({ district: 'district_outside_city' });
	expect(issuesOf({ probability: '120' })).toEqual({ probability: 'percent' });
	expect(issuesOf({ expected: '2026-02-30' })).toEqual({ expected: 'day' });
	expect(issuesOf({ stageSince: '' })).toHaveProperty('stageSince', 'required');
	expect(issuesOf({ stageSince: '2025-12-31' })).toEqual({ stageSince: 'stage_before_noted' });
	expect(issuesOf({ stageSince: '2026-11-23' })).toEqual({ stageSince: 'in_future' });
	expect(issuesOf({ website: 'javascript:alert(1)' })).toEqual({ website: 'url' });
	expect(issuesOf({ creditCode: '123' })).toEqual({ creditCode: 'credit_code' });
	expect(issuesOf({ stage: 'converted' }, { id: 'new' })).toHaveProperty('stage');
});

test('the stage of one that exists is not the form’s to change', () => {
	expect(readProspect({ ...prospectValues(sound), stage: 'approved' }, sound, TODAY)).toEqual({ prospect: sound });
});

test('a chance that is left alone keeps what the form rounds', () => {
	expect(prospectValues(sound).probability).toBe('33.3');
	expect(readProspect({ ...prospectValues(sound), contact: '' }, sound, TODAY)).toMatchObject({ prospect: { probability: 1 / 3, contact: null } });
});

test('a field that was not sent stays as it was', () => {
	const form = new FormData();
	form.set('nameZh', '示例大学');
	form.set('contact', new File(['x'], 'x.txt'));
	const typed = typedProspect(form, prospectValues(sound));
	expect(typed).toMatchObject({ nameZh: '示例大学', city: '320200', contact: '示例联系人' });
	expect(typedProspect(form)).toMatchObject({ nameZh: '示例大学', city: '' });
});

test('whatever is typed is read to a prospect that the schema accepts, or to issues of fields', () => {
	const anything = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('', '2026-01-05', '50', '320200', '320205', 'park', 'visited', 'https://a.example', '示例'));
	const values = fc.record(Object.fromEntries(PROSPECT_FIELDS.map((field) => [field, anything]))) as fc.Arbitrary<Record<ProspectField, string>>;
	fc.assert(
		fc.property(values, fc.boolean(), (typed, isNew) => {
			const read = readProspect({ ...emptyProspect(TODAY), ...typed }, isNew ? { id: 'new' } : sound, TODAY);
			if ('prospect' in read) expect(v.parse(prospectSchema, read.prospect)).toEqual(read.prospect);
			else expect(Object.keys(read.issues).every((field) => PROSPECT_FIELDS.some((each) => each === field))).toBe(true);
			if ('issues' in read) expect(Object.keys(read.issues).length).toBeGreaterThan(0);
		})
	);
});
