import type { Day } from '#domain/day.ts';
import type { Adcode } from '#domain/place.ts';
import type { ProjectCategory, ProjectStatus } from '#domain/project.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { selectProjects, type ProjectFilter } from './project.ts';

/** Projects of one status; null: nobody reported it. */
export type StatusCount = { readonly status: ProjectStatus | null; readonly projects: number };

/** How many projects have each status; statuses without projects are left out. */
export async function projectCounts(db: Db, filter: ProjectFilter): Promise<StatusCount[]> {
	const rows = await selectProjects(asKnown(db, filter), filter)
		.select('status')
		.select((eb) => eb.fn.countAll<number>().as('projects'))
		.groupBy('status')
		.orderBy('status', (order) => order.asc().nullsLast())
		.execute();
	return rows.map(({ status, projects }) => ({ status, projects }));
}

/** Projects counted alike: since when (null: not known), of which status (null: not reported), category and cities. */
export type ProjectCell = {
	readonly since: Day | null;
	readonly status: ProjectStatus | null;
	readonly category: ProjectCategory;
	readonly cities: readonly Adcode[];
	readonly projects: number;
};

/** All projects known to have begun by `at`, counted by beginning, status, category and cities; cities in code order. */
export async function projectCells(db: Db, filter: Known & { readonly at: Day }): Promise<ProjectCell[]> {
	const cells = new Map<string, ProjectCell & { projects: number }>();
	for (const { since_on: since, status, category, cities } of await projectsWithCities(db, filter)) {
		const key = JSON.stringify([since ?? '', status, category, cities]);
		const cell = cells.get(key) ?? { since, status, category, cities, projects: 0 };
		cell.projects += 1;
		cells.set(key, cell);
	}
	return [...cells].sort(byId).map(([, cell]) => cell);
}

/** A project that brings cities together, in code order. */
export type ProjectReach = { readonly id: string; readonly since: Day | null; readonly category: ProjectCategory; readonly cities: readonly Adcode[] };

/**
 * The projects that reach two cities or more: their own, those of their members and, where the alliance itself takes
 * part, the alliance's `seat`.
 */
export async function projectReach(
	db: Db,
	{ seat = null, ...filter }: Known & { readonly at: Day; readonly seat?: Adcode | null }
): Promise<ProjectReach[]> {
	const ofMembers = await selectProjects(asKnown(db, filter), filter)
		.innerJoin('project_member', 'project_member.project_id', 'project.id')
		.innerJoin('member', 'member.id', 'project_member.member_id')
		.where('member.retired_at', 'is', null)
		.where('member.city', 'is not', null)
		.select(['project.id as project', 'member.city as city'])
		.execute();
	const members = Map.groupBy(ofMembers, ({ project }) => project);
	return (await projectsWithCities(db, filter)).flatMap(({ id, since_on: since, category, by_alliance, cities }) => {
		const reached = new Set([...cities, ...(members.get(id) ?? []).map(({ city }) => city as Adcode), ...(by_alliance && seat ? [seat] : [])]);
		return reached.size > 1 ? [{ id, since, category, cities: [...reached].sort() }] : [];
	});
}

async function projectsWithCities(db: Db, filter: Known & { readonly at: Day }) {
	const reader = asKnown(db, filter);
	const projects = await selectProjects(reader, filter)
		.select(['project.id as id', 'project.since_on as since_on', 'project.status as status', 'project.category as category', 'project.by_alliance as by_alliance'])
		.orderBy('project.id')
		.execute();
	const named = await selectProjects(reader, filter)
		.innerJoin('project_city', 'project_city.project_id', 'project.id')
		.select(['project.id as project', 'project_city.city as city'])
		.execute();
	const cities = Map.groupBy(named, ({ project }) => project);
	return projects.map((project) => ({ ...project, cities: (cities.get(project.id) ?? []).map(({ city }) => city).sort() }));
}

function byId([a]: [string, unknown], [b]: [string, unknown]): number {
	return a < b ? -1 : Number(a > b);
}
