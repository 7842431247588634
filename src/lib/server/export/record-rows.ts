import { listEvents } from '#db/queries/event.ts';
import { listMembers, type MemberFilter } from '#db/queries/member.ts';
import { listPartners } from '#db/queries/partner.ts';
import { listProjects, type ProjectFilter } from '#db/queries/project.ts';
import { listSources } from '#db/queries/source.ts';
import { publicEvent, publicPartner, publicProject, publicSource, type MemberItem, type PublicEvent, type PublicPartner, type PublicProject, type PublicSource } from '#domain/public.ts';
import type { Adcode } from '#domain/place.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { database } from '../atlas.ts';
import { memberItem } from '../member-list.ts';
import type { Reading } from '../reading.ts';
import { every } from './every.ts';
import { eventColumns, memberColumns, partnerColumns, projectColumns, sourceColumns } from './record-columns.ts';
import { tableOf, type Column } from './table.ts';
import type { TableSource } from './view.ts';

/** The lists of records. */
export type ListName = 'members' | 'projects' | 'events' | 'partners' | 'sources';

type When = Pick<Reading, 'at' | 'known'>;

/** Every member the filter selects, at the day of the reading; only those that belong then, unless the filter says otherwise. */
export async function memberRows({ at, known }: When, filter: Omit<MemberFilter, 'at' | 'known'>): Promise<MemberItem[]> {
	return (await every((start) => listMembers(database(), { active: true, ...filter, at, known, ...start }))).map(memberItem);
}

/** Every project the filter selects. */
export async function projectRows({ at, known }: When, filter: Omit<ProjectFilter, 'at' | 'known'>): Promise<PublicProject[]> {
	return (await every((start) => listProjects(database(), { ...filter, at, known, ...start }))).map(publicProject);
}

/** Every event held by the day of the reading. */
export async function eventRows({ at, known }: When, filter: { readonly cities?: readonly Adcode[]; readonly q?: string } = {}): Promise<PublicEvent[]> {
	return (await every((start) => listEvents(database(), { ...filter, at, known, ...start }))).map(publicEvent);
}

/** Every outside partner. */
export async function partnerRows({ known }: When, q?: string): Promise<PublicPartner[]> {
	return (await every((start) => listPartners(database(), { known, q, ...start }))).map(publicPartner);
}

/** Every source. */
export async function sourceRows({ known }: When): Promise<PublicSource[]> {
	return (await listSources(database(), { known })).map(publicSource);
}

/** A table whose rows are read once, however often it is made. */
function table<Row>(name: ListName, columns: readonly Column<Row>[], read: () => Promise<readonly Row[]>): TableSource {
	let rows: Promise<readonly Row[]> | null = null;
	return { name, make: async (wording) => tableOf(name, openDataText[wording.locale].tables[name], columns, await (rows ??= read()), wording) };
}

/** The members a filter selects as a table. */
export function membersTable(reading: When, filter: Omit<MemberFilter, 'at' | 'known'>): TableSource {
	return table('members', memberColumns, () => memberRows(reading, filter));
}

/** The projects a filter selects as a table. */
export function projectsTable(reading: When, filter: Omit<ProjectFilter, 'at' | 'known'>): TableSource {
	return table('projects', projectColumns, () => projectRows(reading, filter));
}

/** The events of some cities, or all, as a table. */
export function eventsTable(reading: When, filter: { readonly cities?: readonly Adcode[]; readonly q?: string } = {}): TableSource {
	return table('events', eventColumns, () => eventRows(reading, filter));
}

/** The partners as a table. */
export function partnersTable(reading: When, q?: string): TableSource {
	return table('partners', partnerColumns, () => partnerRows(reading, q));
}

/** The sources as a table. */
export function sourcesTable(reading: When): TableSource {
	return table('sources', sourceColumns, () => sourceRows(reading));
}
