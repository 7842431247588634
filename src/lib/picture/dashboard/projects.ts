import type { Day } from '#domain/day.ts';
import type { Adcode } from '#domain/place.ts';
import { PROJECT_CATEGORIES, type ProjectCategory, type ProjectStatus } from '#domain/project.ts';
import type { ProjectCell } from './facts.ts';
import { isWhole, type Scope } from './filter.ts';

function begun(cells: readonly ProjectCell[], at: Day, category: ProjectCategory | null): ProjectCell[] {
	return cells.filter((cell) => (cell.since === null || cell.since <= at) && (category === null || cell.category === category));
}

function within(cells: readonly ProjectCell[], scope: Scope): readonly ProjectCell[] {
	return scope.places === null ? cells : cells.filter((cell) => cell.cities.some((code) => isWhole(scope, code)));
}

function total(cells: readonly ProjectCell[]): number {
	return cells.reduce((sum, { projects }) => sum + projects, 0);
}

/** Projects that name a city and are known to have begun by a day. */
export function projectsIn(cells: readonly ProjectCell[], at: Day, code: Adcode, category: ProjectCategory | null): number {
	return total(begun(cells, at, category).filter(({ cities }) => cities.includes(code)));
}

/** Projects of a scope by status; null: nobody reported it. Each counts once, however many cities it names. */
export function statusesAt(cells: readonly ProjectCell[], at: Day, scope: Scope, category: ProjectCategory | null): { status: ProjectStatus | null; projects: number }[] {
	const groups = Map.groupBy(within(begun(cells, at, category), scope), ({ status }) => status);
	return [...groups].map(([status, same]) => ({ status, projects: total(same) }));
}

/** Projects of a scope by category, in the order of the categories; those without projects are left out. */
export function categoriesAt(cells: readonly ProjectCell[], at: Day, scope: Scope, category: ProjectCategory | null): { category: ProjectCategory; projects: number }[] {
	const all = within(begun(cells, at, category), scope);
	return PROJECT_CATEGORIES.map((each) => ({ category: each, projects: total(all.filter((cell) => cell.category === each)) })).filter(({ projects }) => projects > 0);
}
