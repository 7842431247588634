import { lastChange } from '#db/queries/last-change.ts';
import { membersAt } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import { dayOfInstant } from '#domain/instant.ts';
import type { Bilingual } from '#domain/locale.ts';
import { type MemberItem, type ProjectItem, type PublicSource } from '#domain/public.ts';
import type { RecordType } from '#domain/record.ts';
import { REPORTED_METRICS } from '#domain/reported-total.ts';
import { city, citiesOf } from '#geo/regions/city.ts';
import { FIGURES, type FigureId } from '#lib/i18n/figure.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import type { AreaRow } from '#lib/picture/area-view.ts';
import { dashboardAt, ready, type Dashboard, type Ready } from '#lib/picture/dashboard/dashboard.ts';
import { citiesIn, cubeOf, isWhole } from '#lib/picture/dashboard/filter.ts';
import { sourcesOf } from './area-figure.ts';
import { database } from './atlas.ts';
import { dashboardFacts } from './dashboard.ts';
import { memberItems } from './member-list.ts';
import { placeName } from './place-name.ts';
import { projectPage } from './project-list.ts';
import type { Reading } from './reading.ts';
import { reportedTotals, type Reported } from './reported.ts';

type List<T> = { readonly items: readonly T[]; readonly total: number; readonly next: string | null };

/** What stands behind a figure: its value in words and the records counted, under the filters of the view. */
export type FigureView = {
	readonly figure: FigureId;
	readonly value: string | null;
	readonly members: List<MemberItem> | null;
	readonly projects: List<ProjectItem> | null;
	readonly areas: { readonly covered: readonly AreaRow[]; readonly white: readonly AreaRow[] } | null;
	readonly reported: readonly Reported[] | null;
	readonly sources: readonly PublicSource[];
	/** When any of the records listed was last changed; null where none is listed. */
	readonly changed: Day | null;
	/** The names of the region groups, for the filters. */
	readonly groups: readonly { readonly id: string; readonly name: Bilingual }[];
};

/** The page behind a figure; null when there is no such figure. */
export async function figureView(reading: Reading, id: string): Promise<FigureView | null> {
	const figure = FIGURES.find((known) => known === id);
	if (!figure) return null;
	const { view, locale, at } = reading;
	const from = ready(await dashboardFacts(reading));
	const now = dashboardAt(from, at, view);
	const { places } = now.scope;
	const groups = from.facts.groups.map(({ id: key, name }) => ({ id: key, name }));
	const empty = { figure, value: null, members: null, projects: null, areas: null, reported: null, sources: [], changed: null, groups };
	const n = (value: number): string => formatNumber(value, locale);
	switch (figure) {
		case 'members':
		case 'unplaced': {
			// A query for no areas at all is none that PostgreSQL reads.
			const within = places === null ? {} : places.length === 0 ? { cities: [] } : { areas: places };
			const members = await memberItems(reading, { kind: view.kind, ...within, ...(figure === 'unplaced' && { placed: false }) });
			return { ...empty, value: n(members.total), members, ...(await behind(reading, 'member', members.items.map(({ member }) => member.id))) };
		}
		case 'projects': {
			const cities = citiesIn(now.scope).filter((code) => isWhole(now.scope, code));
			const projects = await projectPage(reading, { category: view.category, status: view.status, ...(places !== null && { cities }) });
			return { ...empty, value: n(projects.total), projects, ...(await behind(reading, 'project', projects.items.map(({ project }) => project.id))) };
		}
		case 'cities':
		case 'provinces': {
			const areas = coveredAreas(reading, from, now, figure);
			return { ...empty, value: overviewText[locale].ratio(n(areas.covered.length), n(areas.covered.length + areas.white.length)), areas };
		}
		case 'reported': {
			const reported = (await Promise.all(REPORTED_METRICS.map((metric) => reportedTotals(reading, metric)))).flat();
			return { ...empty, reported, changed: await changedOn(reading, 'reported_total', reported.map(({ total }) => total.id)) };
		}
	}
}

/** The sources of records of a type, and when any of them was last changed. */
async function behind(reading: Reading, type: RecordType, ids: readonly string[]): Promise<Pick<FigureView, 'sources' | 'changed'>> {
	return {
		sources: await sourcesOf(reading, [{ type, ids }]),
		changed: await changedOn(reading, type, ids)
	};
}

async function changedOn({ known }: Reading, type: RecordType, ids: readonly string[]): Promise<Day | null> {
	const instant = await lastChange(database(), type, ids, { known });
	return instant === null ? null : dayOfInstant(instant);
}

function coveredAreas({ at, locale, view }: Reading, from: Ready, now: Dashboard, figure: 'cities' | 'provinces') {
	const cube = cubeOf(from, now.scope);
	const inProvince = new Map(now.provinces.map((row) => [row.code, row.members]));
	const row = (code: string): AreaRow =>
		figure === 'cities'
			? {
					href: city(code) ? `/cities/${code}` : `/districts/${code}`,
					name: placeName(code, locale, 'short'),
					members: membersAt(cube, at, { places: [code], kind: view.kind ?? undefined })
				}
			: {
					href: citiesOf(code).length === 1 ? `/cities/${code}` : `/provinces/${code}`,
					name: placeName(code, locale, 'full'),
					members: inProvince.get(code) ?? 0
				};
	const { covered, white } = now.headline[figure];
	return { covered: covered.map(row), white: white.map(row) };
}
