import type { GenericSchema } from 'valibot';
import { EVENT_KINDS, eventSchema } from './event.ts';
import { MEMBER_KINDS, memberSchema } from './member.ts';
import { membershipSchema, ROLES } from './membership.ts';
import { partnerSchema } from './partner.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES, projectSchema } from './project.ts';
import { BASES, type RecordType } from './record.ts';
import { regionGroupSchema } from './region-group.ts';
import { QUALIFIERS, REPORTED_METRICS, reportedTotalSchema } from './reported-total.ts';
import { sourceSchema } from './source.ts';

/** The record types that are kept by forms; prospects and targets have pages of their own. */
export const FORM_TYPES = ['member', 'membership', 'event', 'project', 'partner', 'source', 'reported_total', 'region_group'] as const;
export type FormType = (typeof FORM_TYPES)[number];

/** How a field is typed in. What each reads and writes is said in `form-input.ts`. */
export type Input =
	| { readonly kind: 'text' | 'lines' | 'url' | 'credit_code' | 'day' | 'city' | 'district' | 'point' | 'flag' | 'citations' }
	| { readonly kind: 'long' }
	| { readonly kind: 'bilingual'; readonly long: boolean }
	/** `none`: that there is no such date may be said, apart from its not being known. */
	| { readonly kind: 'partial_day'; readonly none: boolean }
	/** `initial`: what a new record has; null: nothing, and nothing may stay. */
	| { readonly kind: 'choice'; readonly choices: readonly string[]; readonly initial: string | null }
	| { readonly kind: 'choices'; readonly choices: readonly string[] }
	/** Cities, and districts too where the list may hold them. */
	| { readonly kind: 'areas'; readonly districts: boolean }
	| { readonly kind: 'reference' | 'references'; readonly to: RecordType }
	/** A whole number from 0 to `most`. */
	| { readonly kind: 'number'; readonly most: number };

export type Field = Input & { readonly required: boolean };

/** A form: the schema its records pass, and its fields by the property of the record, in the order they are shown. */
export type Form = { readonly schema: GenericSchema<unknown, FormRecord>; readonly fields: Readonly<Record<string, Field>> };

/** A record as the forms see it: an identifier and properties by name. */
export type FormRecord = { readonly id: string } & Readonly<Record<string, unknown>>;

const a = (input: Input): Field => ({ ...input, required: false });
const needed = (field: Field): Field => ({ ...field, required: true });

const names = a({ kind: 'bilingual', long: false });
const lines = a({ kind: 'lines' });
const url = a({ kind: 'url' });
const city = a({ kind: 'city' });
const day = a({ kind: 'partial_day', none: false });
const dayOrNone = a({ kind: 'partial_day', none: true });
const basis = needed(a({ kind: 'choice', choices: BASES, initial: 'unknown' }));
const kind = needed(a({ kind: 'choice', choices: MEMBER_KINDS, initial: null }));
const choice = (choices: readonly string[], initial: string | null = null): Field => a({ kind: 'choice', choices, initial });
const number = (most: number): Field => a({ kind: 'number', most });
const references = (to: RecordType): Field => a({ kind: 'references', to });

/** What every record's form ends with. */
export const COMMON_FIELDS = {
	remark: a({ kind: 'bilingual', long: true }),
	internalNote: a({ kind: 'long' }),
	citations: a({ kind: 'citations' })
};

/** 32-bit integers are what the database holds for counts. */
const MOST_COUNTED = 2_147_483_647;

/** The form of each record type. A further field is one line here and its name in the texts. */
export const FORMS: { readonly [T in FormType]: Form } = {
	member: form(memberSchema, {
		name: needed(names),
		aliases: lines,
		kind,
		kindBasis: basis,
		city,
		cityBasis: basis,
		district: a({ kind: 'district' }),
		districtBasis: basis,
		point: a({ kind: 'point' }),
		website: url,
		creditCode: a({ kind: 'credit_code' }),
		...COMMON_FIELDS
	}),
	membership: form(membershipSchema, {
		memberId: needed(a({ kind: 'reference', to: 'member' })),
		eventId: a({ kind: 'reference', to: 'event' }),
		joined: needed(day),
		joinedBasis: basis,
		left: dayOrNone,
		roles: a({ kind: 'choices', choices: ROLES }),
		...COMMON_FIELDS
	}),
	event: form(eventSchema, {
		kind: needed(choice(EVENT_KINDS)),
		title: needed(names),
		short: names,
		held: day,
		city,
		venue: names,
		summary: a({ kind: 'bilingual', long: true }),
		...COMMON_FIELDS
	}),
	project: form(projectSchema, {
		title: needed(names),
		category: needed(choice(PROJECT_CATEGORIES)),
		status: choice(PROJECT_STATUSES),
		since: day,
		signed: dayOrNone,
		ended: dayOrNone,
		amountCny: number(Number.MAX_SAFE_INTEGER),
		byAlliance: a({ kind: 'flag' }),
		cities: a({ kind: 'areas', districts: false }),
		memberIds: references('member'),
		partnerIds: references('partner'),
		...COMMON_FIELDS
	}),
	partner: form(partnerSchema, {
		name: needed(names),
		aliases: lines,
		kind,
		seat: names,
		seatBasis: basis,
		website: url,
		...COMMON_FIELDS
	}),
	source: form(sourceSchema, {
		title: needed(names),
		publisher: needed(names),
		published: day,
		url,
		...COMMON_FIELDS
	}),
	reported_total: form(reportedTotalSchema, {
		metric: needed(choice(REPORTED_METRICS)),
		on: needed(a({ kind: 'day' })),
		qualifier: needed(choice(QUALIFIERS)),
		value: needed(number(MOST_COUNTED)),
		isPublic: a({ kind: 'flag' }),
		...COMMON_FIELDS
	}),
	region_group: form(regionGroupSchema, {
		name: needed(names),
		short: names,
		asOf: day,
		areas: needed(a({ kind: 'areas', districts: true })),
		...COMMON_FIELDS
	})
};

function form(schema: unknown, fields: Readonly<Record<string, Field>>): Form {
	return { schema: schema as Form['schema'], fields };
}

/** The properties of a type's records that people keep: all but the identifier. */
export function fieldsOf(type: FormType): string[] {
	return Object.keys(FORMS[type].fields);
}

export function isFormType(type: string): type is FormType {
	return (FORM_TYPES as readonly string[]).includes(type);
}
