import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Adcode } from '#domain/place.ts';
import type { Project, ProjectCategory, ProjectStatus } from '#domain/project.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known, type Reader } from './known.ts';
import { matches, oneOf } from './matching.ts';
import { comesAfter, cut, readCursor, type Page, type PageStart } from './page.ts';
import { assemble, recordById, recordsById } from './read.ts';

/** Which projects; what is left out does not restrict. */
export type ProjectFilter = Known & {
	/** Those known to have begun by then, and those whose beginning is wholly unknown. */
	readonly at: Day;
	/** The project itself names the city; the seats of its members do not count. */
	readonly city?: Adcode | null | undefined;
	readonly cities?: readonly Adcode[] | undefined;
	readonly memberId?: string | null | undefined;
	readonly partnerId?: string | null | undefined;
	readonly category?: ProjectCategory | null | undefined;
	/** `unknown`: nobody reported the status. */
	readonly status?: ProjectStatus | 'unknown' | null | undefined;
	readonly q?: string | undefined;
};

/** The project, or null when there is none or it is retired. */
export async function projectById(db: Db, id: string, options: Known = {}): Promise<Project | null> {
	return recordById(db, 'project', id, options);
}

/** The projects of these identifiers that exist, in the order given. */
export async function projectsById(db: Db, ids: readonly string[], options: Known = {}): Promise<Project[]> {
	return recordsById(db, 'project', ids, options);
}

const SINCE = sql<string>`coalesce(since_on, '')`;

/** Projects, the newest first, those whose beginning is unknown last, a page at a time. */
export async function listProjects(db: Db, filter: ProjectFilter & PageStart): Promise<Page<Project>> {
	const reader = asKnown(db, filter);
	const cursor = readCursor(filter.after, 2);
	const found = await selectProjects(reader, filter)
		.selectAll('project')
		.$if(cursor !== null, (query) =>
			query.where((eb) => comesAfter(eb, [{ by: SINCE, descending: true }, { by: 'id' }], cursor ?? []))
		)
		.orderBy(SINCE, 'desc')
		.orderBy('id')
		.limit(filter.limit + 1)
		.execute();
	const { total } = await selectProjects(reader, filter)
		.select((eb) => eb.fn.countAll<number>().as('total'))
		.executeTakeFirstOrThrow();
	const { rows, next } = cut(found, filter.limit, (row) => [row.since_on ?? '', row.id]);
	return { items: await assemble(reader, 'project', rows), next, total };
}

/** The rows of the projects that the filter selects, for a query to go on from. */
export function selectProjects(reader: Reader, filter: ProjectFilter) {
	const { at, city, cities, memberId, partnerId, category, status, q } = filter;
	return reader
		.selectFrom('project')
		.where('project.retired_at', 'is', null)
		.where((eb) => eb.or([eb('since_on', 'is', null), eb('since_on', '<=', at)]))
		.$if(typeof city === 'string', (query) => query.where('project.id', 'in', inCities([city as Adcode])))
		.$if(cities !== undefined, (query) => query.where('project.id', 'in', inCities(cities as Adcode[])))
		.$if(typeof memberId === 'string', (query) =>
			query.where('project.id', 'in', (eb) =>
				eb.selectFrom('project_member').select('project_id').where('member_id', '=', memberId as string)
			)
		)
		.$if(typeof partnerId === 'string', (query) =>
			query.where('project.id', 'in', (eb) =>
				eb.selectFrom('project_partner').select('project_id').where('partner_id', '=', partnerId as string)
			)
		)
		.$if(typeof category === 'string', (query) => query.where('category', '=', category as ProjectCategory))
		.$if(status === 'unknown', (query) => query.where('status', 'is', null))
		.$if(typeof status === 'string' && status !== 'unknown', (query) => query.where('status', '=', status as ProjectStatus))
		.$if(Boolean(q?.trim()), (query) => query.where(matches('search', q as string)));
}

function inCities(cities: readonly Adcode[]) {
	return sql<string>`(select project_id from project_city where ${oneOf('city', cities)})`;
}
