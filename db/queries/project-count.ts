import type { Day } from '#domain/day.ts';
import type { Adcode } from '#domain/place.ts';
import type { ProjectCategory, ProjectStatus } from '#domain/project.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { selectProjects, type ProjectFilter } from './project.ts';

/** Projects of one status; null: nobody reported it. */
export type StatusCount = { readonly status: ProjectStatus | null; readonly projects: number };

/** Two cities, `a` before `b` by code, and the projects that bring them together, by identifier. */
export type ProjectLink = { readonly a: Adcode; readonly b: Adcode; readonly projectIds: readonly string[] };

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

/** How many projects name each city; cities without projects are left out. A project counts in each of its cities. */
export async function projectCountByCity(db: Db, filter: Known & { readonly at: Day }): Promise<{ city: Adcode; projects: number }[]> {
	const rows = await selectProjects(asKnown(db, filter), filter)
		.innerJoin('project_city', 'project_city.project_id', 'project.id')
		.select('project_city.city')
		.select((eb) => eb.fn.countAll<number>().as('projects'))
		.groupBy('project_city.city')
		.orderBy('project_city.city')
		.execute();
	return rows.map(({ city, projects }) => ({ city, projects }));
}

/**
 * Every pair of cities that share a project. A project reaches its own cities, those of its members and, where the
 * alliance itself takes part, the alliance's `seat`.
 */
export async function projectLinks(
	db: Db,
	{ seat = null, ...filter }: Known & { readonly at: Day; readonly seat?: Adcode | null }
): Promise<ProjectLink[]> {
	const projects = selectProjects(asKnown(db, filter), filter);
	const own = projects
		.innerJoin('project_city', 'project_city.project_id', 'project.id')
		.select(['project.id as project', 'project_city.city as city']);
	const ofMembers = projects
		.innerJoin('project_member', 'project_member.project_id', 'project.id')
		.innerJoin('member', 'member.id', 'project_member.member_id')
		.where('member.retired_at', 'is', null)
		.where('member.city', 'is not', null)
		.select(['project.id as project', 'member.city as city']);
	const ofAlliance = seat === null ? [] : await projects.where('by_alliance', '=', 1).select('project.id as project').execute();
	const rows = [
		...(await own.execute()),
		...(await ofMembers.execute()),
		...ofAlliance.map(({ project }) => ({ project, city: seat as Adcode }))
	];
	const links = new Map<string, ProjectLink & { projectIds: string[] }>();
	for (const [project, reached] of [...Map.groupBy(rows, (row) => row.project)].sort(byId)) {
		const cities = [...new Set(reached.map((row) => row.city as Adcode))].sort();
		for (const [i, a] of cities.entries())
			for (const b of cities.slice(i + 1)) {
				const link = links.get(`${a} ${b}`) ?? { a, b, projectIds: [] };
				link.projectIds.push(project);
				links.set(`${a} ${b}`, link);
			}
	}
	return [...links].sort(byId).map(([, link]) => link);
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
