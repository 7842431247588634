import * as v from 'valibot';
import { EVENT_KINDS } from '#domain/event.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { ROLES } from '#domain/membership.ts';
import { PRECISIONS } from '#domain/partial-day.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES } from '#domain/project.ts';
import { BASES } from '#domain/record.ts';
import { QUALIFIERS, REPORTED_METRICS } from '#domain/reported-total.ts';

/**
 * What the answers of the interface look like. Every answer passes through these on its way out, so that nothing leaves
 * that is not named here; the OpenAPI document is made from the same.
 */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.description('A calendar date in Asia/Shanghai.'));
const code = v.pipe(v.string(), v.regex(/^\d{6}$/), v.description('Six-digit administrative code (GB/T 2260).'));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,79}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.strictObject({ zh: v.string(), en: v.nullable(v.string()) });
const kind = v.picklist(MEMBER_KINDS);
const basis = v.picklist(BASES);
const partialDay = v.pipe(
	v.strictObject({ on: v.nullable(day), precision: v.picklist(PRECISIONS) }),
	v.description('A date as well as it is known. `on` is the latest day it can have been; null where nothing is known.')
);
const point = v.pipe(v.strictObject({ lon: v.number(), lat: v.number() }), v.description('Degrees, WGS-84.'));
const citations = v.array(v.strictObject({ sourceId: id, field: v.string() }));
const record = { id, remark: v.nullable(text), citations };
const byKind = v.pipe(v.array(v.strictObject({ kind, members: count })), v.description('Kinds without members are left out.'));

const membershipFields = { joined: partialDay, left: v.nullable(partialDay), roles: v.array(v.picklist(ROLES)) };

const memberFields = {
	...record,
	name: text,
	aliases: v.array(v.string()),
	kind,
	kindBasis: basis,
	city: v.nullable(code),
	cityBasis: basis,
	district: v.nullable(code),
	districtBasis: basis,
	point: v.nullable(point),
	website: v.nullable(v.string()),
	creditCode: v.nullable(v.string()),
	active: v.pipe(v.boolean(), v.description('Does it belong at the end of the day asked for?')),
	joined: v.nullable(partialDay),
	left: v.nullable(partialDay),
	roles: v.array(v.picklist(ROLES))
};
const membership = v.strictObject({ ...record, memberId: id, eventId: v.nullable(id), joinedBasis: basis, active: v.boolean(), ...membershipFields });
const area = { code, name: text, members: count, covered: v.boolean() };
const cityFields = {
	...area,
	province: code,
	label: v.pipe(point, v.description('Where its label stands.')),
	byKind,
	projects: v.nullable(count),
	reached: v.pipe(v.nullable(count), v.description('Other cities that projects link it to; null where only some of its districts are meant.')),
	newestJoin: v.nullable(day)
};
const provinceFields = { code, name: text, members: count, citiesCovered: count, citiesOf: count };
const groupFields = { ...record, name: text, short: v.nullable(text), areas: v.array(code), asOf: partialDay, covered: count, of: count };

export const SCHEMAS = {
	Member: v.strictObject(memberFields),
	MemberRecord: v.strictObject({ ...memberFields, memberships: v.array(membership) }),
	Membership: membership,
	Project: v.strictObject({
		...record,
		title: text,
		category: v.picklist(PROJECT_CATEGORIES),
		status: v.pipe(v.nullable(v.picklist(PROJECT_STATUSES)), v.description('Null: nobody reported it.')),
		since: partialDay,
		signed: v.nullable(partialDay),
		ended: v.nullable(partialDay),
		amountCny: v.nullable(count),
		byAlliance: v.boolean(),
		cities: v.array(code),
		memberIds: v.array(id),
		partnerIds: v.array(id)
	}),
	Event: v.strictObject({
		...record,
		kind: v.picklist(EVENT_KINDS),
		title: text,
		short: v.nullable(text),
		held: partialDay,
		city: v.nullable(code),
		venue: v.nullable(text),
		summary: v.nullable(text)
	}),
	Partner: v.strictObject({ ...record, name: text, aliases: v.array(v.string()), kind, seat: v.nullable(text), seatBasis: basis, website: v.nullable(v.string()) }),
	Source: v.strictObject({ ...record, title: text, publisher: text, published: partialDay, url: v.nullable(v.string()) }),
	City: v.strictObject(cityFields),
	CityRecord: v.strictObject({ ...cityFields, districts: v.array(v.strictObject(area)), neighbours: v.array(code) }),
	Province: v.strictObject(provinceFields),
	Group: v.strictObject(groupFields),
	Coverage: v.strictObject({
		sentence: v.strictObject({ zh: v.string(), en: v.string() }),
		members: count,
		unplaced: v.pipe(count, v.description('Members whose city is not verified: counted in `members`, in no city.')),
		cities: v.pipe(v.strictObject({ covered: v.array(code), white: v.array(code) }), v.description('Cities, and districts of groups that name districts.')),
		provinces: v.strictObject({ covered: v.array(code), white: v.array(code) }),
		kinds: byKind,
		projects: v.strictObject({ total: count, byStatus: v.array(v.strictObject({ status: v.nullable(v.picklist(PROJECT_STATUSES)), projects: count })) }),
		categories: v.array(v.strictObject({ category: v.picklist(PROJECT_CATEGORIES), projects: count })),
		groups: v.array(v.strictObject({ id, name: text, covered: count, of: count })),
		reported: v.pipe(
			v.nullable(v.strictObject({ value: count, qualifier: v.picklist(QUALIFIERS), metric: v.picklist(REPORTED_METRICS), publisher: v.nullable(text), published: v.nullable(partialDay) })),
			v.description('What was last published; never added to the recorded members. Null where filters apply: it is of the whole alliance.')
		)
	}),
	Growth: v.strictObject({
		by: v.picklist(['kind', 'province']),
		days: v.pipe(v.array(day), v.description('Counts are of the end of each of these days.')),
		total: v.array(count),
		series: v.array(v.strictObject({ key: v.nullable(v.string()), name: text, members: v.array(count) }))
	}),
	Link: v.strictObject({ from: code, to: code, projectIds: v.array(id), visitIds: v.array(id) })
} as const;
export type SchemaName = keyof typeof SCHEMAS;


const when = {
	at: v.pipe(day, v.description('The day the answer speaks of.')),
	known: v.pipe(v.nullable(day), v.description('As recorded by the end of this day; null: as recorded now.'))
};

/** A list: one page of it, how many items it has in all, and where the next page begins. */
export function listOf(name: SchemaName) {
	return v.strictObject({
		...when,
		total: count,
		next: v.pipe(v.nullable(v.string()), v.description('Ask again with this as `after`; null: this page is the last.')),
		items: v.array(SCHEMAS[name])
	});
}

/** One record or figure. */
export function itemOf(name: SchemaName) {
	return v.strictObject({ ...when, item: SCHEMAS[name] });
}
