import { listEvents, eventById } from '#db/queries/event.ts';
import { asKnown } from '#db/queries/known.ts';
import { listMembers, memberById, membershipsOf, withMembership } from '#db/queries/member.ts';
import { listMemberships, membershipById } from '#db/queries/membership.ts';
import { readCursor, writeCursor, type Page } from '#db/queries/page.ts';
import { listPartners, partnerById } from '#db/queries/partner.ts';
import { listProjects, projectById } from '#db/queries/project.ts';
import { listSources, sourceById } from '#db/queries/source.ts';
import { activeAt, type Membership } from '#domain/membership.ts';
import { publicEvent, publicMembership, publicPartner, publicProject, publicSource, type MemberItem } from '#domain/public.ts';
import { citiesOf } from '#geo/regions/city.ts';
import { database } from '../atlas.ts';
import { areasOf, regionGroups } from '../group-coverage.ts';
import { memberItem } from '../member-list.ts';
import type { ApiAsked } from './asked.ts';

function pageOf<T, R>({ items, next, total }: Page<T>, show: (item: T) => R): { items: R[]; next: string | null; total: number } {
	return { items: items.map(show), next, total };
}

function shownMember({ member, joined, left, active, roles }: MemberItem) {
	return { ...member, joined, left, active, roles };
}

/** The areas that all the places asked for have in common, as a list of members takes them; nothing: everywhere. */
async function within({ values: { province, group }, reading }: ApiAsked): Promise<{ cities?: readonly string[]; areas?: readonly string[] }> {
	const areas: readonly string[] | null = group === undefined ? null : ((await regionGroups(reading)).find(({ id }) => id === group)?.areas ?? []);
	const cities = province === undefined ? null : citiesOf(province).map(({ adcode }) => adcode);
	// A query for no areas at all is none that PostgreSQL reads.
	return { ...(cities && { cities }), ...(areas && (areas.length > 0 ? { areas } : { cities: [] })) };
}

export async function members(asked: ApiAsked) {
	const { values, reading, start } = asked;
	const { at, known } = reading;
	const { kind, city, district, placed, event: eventId, q, active = true } = values;
	const filter = { ...(await within(asked)), kind, city, district, placed, eventId, q, active };
	return pageOf(await listMembers(database(), { ...filter, at, known, ...start }), (item) => shownMember(memberItem(item)));
}

export async function memberRecord({ reading: { at, known } }: ApiAsked, id: string) {
	const db = database();
	const record = await memberById(db, id, { known });
	if (!record) return null;
	const [listed] = await withMembership(asKnown(db, { known }), [record], at);
	return listed ? { ...shownMember(memberItem(listed)), memberships: (await membershipsOf(db, id, { known })).map((membership) => shownMembership(membership, at)) } : null;
}

function shownMembership(membership: Membership, at: string) {
	return { ...publicMembership(membership), active: activeAt(membership, at) };
}

export async function memberships({ values: { member: memberId, event: eventId, active }, reading: { at, known }, start }: ApiAsked) {
	return pageOf(await listMemberships(database(), { at, known, memberId, eventId, active, ...start }), (membership) => shownMembership(membership, at));
}

export async function membershipRecord({ reading: { at, known } }: ApiAsked, id: string) {
	const record = await membershipById(database(), id, { known });
	return record && shownMembership(record, at);
}

export async function projects(asked: ApiAsked) {
	const { values, reading, start } = asked;
	const { at, known } = reading;
	const { city, category, status, member: memberId, partner: partnerId, q } = values;
	const { cities, areas } = await within(asked);
	const named = areas === undefined ? cities : areasOf({ areas: [...areas] }).cities.filter((code) => cities === undefined || cities.includes(code));
	return pageOf(await listProjects(database(), { at, known, city, cities: named, category, status, memberId, partnerId, q, ...start }), publicProject);
}

export async function projectRecord({ reading: { known } }: ApiAsked, id: string) {
	const record = await projectById(database(), id, { known });
	return record && publicProject(record);
}

export async function events({ values: { city, province, event_kind: kind, q }, reading: { at, known }, start }: ApiAsked) {
	const cities = province === undefined ? undefined : citiesOf(province).map(({ adcode }) => adcode);
	return pageOf(await listEvents(database(), { at, known, city, cities, kind, q, ...start }), publicEvent);
}

export async function eventRecord({ reading: { known } }: ApiAsked, id: string) {
	const record = await eventById(database(), id, { known });
	return record && publicEvent(record);
}

export async function partners({ values: { q }, reading: { known }, start }: ApiAsked) {
	return pageOf(await listPartners(database(), { known, q, ...start }), publicPartner);
}

export async function partnerRecord({ reading: { known } }: ApiAsked, id: string) {
	const record = await partnerById(database(), id, { known });
	return record && publicPartner(record);
}

export async function sources({ reading: { known }, start: { limit, after } }: ApiAsked) {
	const all = await listSources(database(), { known });
	const from = all.findIndex(({ id }) => id === readCursor(after, 1)?.[0]) + 1;
	const items = all.slice(from, from + limit);
	const last = items.at(-1);
	return pageOf({ items, next: last && from + limit < all.length ? writeCursor([last.id]) : null, total: all.length }, publicSource);
}

export async function sourceRecord({ reading: { known } }: ApiAsked, id: string) {
	const record = await sourceById(database(), id, { known });
	return record && publicSource(record);
}
