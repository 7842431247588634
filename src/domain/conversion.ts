import * as v from 'valibot';
import { earlier, type Day } from './day.ts';
import { memberSchema, type Member } from './member.ts';
import { membershipSchema, type Membership } from './membership.ts';
import { converted } from './pipeline.ts';
import { dayTyped, plain } from './prospect-form.ts';
import type { Prospect } from './prospect.ts';

/** The fields of the form by which a prospect becomes a member. */
export const CONVERSION_FIELDS = ['nameZh', 'nameEn', 'kind', 'city', 'cityBasis', 'district', 'joined', 'eventId', 'sourceId'] as const;
export type ConversionField = (typeof CONVERSION_FIELDS)[number];
export type ConversionValues = Readonly<Record<ConversionField, string>>;

export type ConversionIssue = 'required' | 'too_long' | 'choice' | 'day' | 'in_future' | 'district_outside_city' | 'source_for_basis';
export type ConversionIssues = Readonly<Partial<Record<ConversionField, ConversionIssue>>>;

/** How the city of a new member may be known. */
export const CITY_BASES = ['stated', 'by_name', 'related'] as const;

/** The three records a conversion writes. */
export type Conversion = { readonly member: Member; readonly membership: Membership; readonly prospect: Prospect };

const MOST = 1000;

/** What was typed into the form; what it lacks is empty. */
export function typedConversion(form: FormData): ConversionValues {
	return fields((field) => {
		const value = form.get(field);
		return typeof value === 'string' ? value.slice(0, MOST) : '';
	});
}

/** The form as it opens: what the prospect says, joined today. */
export function conversionValues({ name, kind, city, district }: Prospect, today: Day): ConversionValues {
	const own: Partial<ConversionValues> = {
		nameZh: name.zh,
		nameEn: name.en ?? '',
		kind: kind ?? '',
		city: city ?? '',
		cityBasis: 'stated',
		district: district ?? '',
		joined: today
	};
	return fields((field) => own[field] ?? '');
}

/**
 * The member, its membership and the prospect that has become it, or what is wrong with the fields. A member without a
 * city has an unknown location; what no source stands behind is not called stated, and nobody may call its city so.
 */
export function readConversion(
	values: ConversionValues,
	prospect: Prospect,
	{ memberId, today }: { readonly memberId: string; readonly today: Day }
): Conversion | { readonly issues: ConversionIssues } {
	const text = (field: ConversionField) => plain(values[field]) || null;
	const sourced = text('sourceId');
	const citations = sourced === null ? [] : [{ sourceId: sourced }];
	const { aliases, website, creditCode } = prospect;
	const member = v.safeParse(memberSchema, {
		id: memberId,
		name: { zh: plain(values.nameZh), en: text('nameEn') },
		aliases,
		kind: text('kind'),
		kindBasis: sourced === null ? 'unknown' : 'stated',
		city: text('city'),
		cityBasis: text('city') === null ? 'unknown' : CITY_BASES.find((basis) => basis === values.cityBasis),
		district: text('district'),
		districtBasis: text('district') === null ? 'unknown' : CITY_BASES.find((basis) => basis === values.cityBasis),
		website,
		creditCode,
		citations
	});
	const membership = v.safeParse(membershipSchema, {
		id: `${memberId}-1`,
		memberId,
		eventId: text('eventId'),
		joined: partial(values.joined),
		joinedBasis: sourced === null ? 'unknown' : 'stated',
		citations
	});
	const issues: Partial<Record<ConversionField, ConversionIssue>> = {};
	for (const issue of [...(member.issues ?? []), ...(membership.issues ?? [])]) {
		const field = fieldOf(v.getDotPath(issue) ?? '');
		issues[field] ??= issueOf(field, issue.message, values);
	}
	if (sourced === null && text('city') !== null && values.cityBasis === 'stated') issues.sourceId ??= 'source_for_basis';
	if (membership.success && isFuture(membership.output, today)) issues.joined ??= 'in_future';
	if (!member.success || !membership.success || Object.keys(issues).length > 0) return { issues };
	const on = earlier(membership.output.joined.on ?? today, today);
	return { member: member.output, membership: membership.output, prospect: converted(prospect, memberId, on) };
}

function fields(of: (field: ConversionField) => string): ConversionValues {
	return Object.fromEntries(CONVERSION_FIELDS.map((field) => [field, of(field)])) as ConversionValues;
}

/** 2026-03-05 however written; 2026-03, 2026 and ≤ 2026-03-05 as partial days are written. */
function partial(text: string): string {
	const folded = text.normalize('NFKC').trim();
	const notAfter = /^(<=|≤|不晚于)\s*/.exec(folded);
	if (notAfter) return `<=${dayTyped(folded.slice(notAfter[0].length))}`;
	const month = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(folded);
	if (month) return `${month[1]}-${month[2]?.padStart(2, '0')}`;
	return /^\d{4}\s*年$/.test(folded) ? folded.slice(0, 4) : dayTyped(folded);
}

/** Does it begin after today? Of a month or year that has begun, the rest does not count. */
function isFuture({ joined: { on, precision } }: Membership, today: Day): boolean {
	const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
	return on !== null && on.slice(0, length) > today.slice(0, length);
}

function fieldOf(path: string): ConversionField {
	if (path === 'name.zh') return 'nameZh';
	if (path === 'name.en') return 'nameEn';
	const field = path.split('.')[0];
	return CONVERSION_FIELDS.find((each) => each === field) ?? (field === 'citations' ? 'sourceId' : field === 'districtBasis' ? 'cityBasis' : 'nameZh');
}

function issueOf(field: ConversionField, message: string, values: ConversionValues): ConversionIssue {
	if (values[field].trim() === '') return 'required';
	if (field === 'joined') return 'day';
	if (message === 'too_long' || message === 'district_outside_city') return message;
	return 'choice';
}
