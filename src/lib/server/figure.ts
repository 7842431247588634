import { citationsOf } from '#db/queries/source.ts';
import { projectCounts } from '#db/queries/project-count.ts';
import { membersAt } from '#domain/cube.ts';
import { overviewOf } from '#domain/overview.ts';
import { publicSource, type MemberItem, type ProjectItem, type PublicSource } from '#domain/public.ts';
import type { RecordType } from '#domain/record.ts';
import { REPORTED_METRICS } from '#domain/reported-total.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { FIGURES, type FigureId } from '#lib/i18n/figure.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import type { AreaRow } from '#lib/picture/area-view.ts';
import { database } from './atlas.ts';
import { cityCube } from './cube.ts';
import { memberItems } from './member-list.ts';
import { placeName } from './place-name.ts';
import { projectPage } from './project-list.ts';
import type { Reading } from './reading.ts';
import { reportedTotals, type Reported } from './reported.ts';

type List<T> = { readonly items: readonly T[]; readonly total: number; readonly next: string | null };

/** What stands behind a figure: its value in words and the records counted. */
export type FigureView = {
	readonly figure: FigureId;
	readonly value: string | null;
	readonly members: List<MemberItem> | null;
	readonly projects: List<ProjectItem> | null;
	readonly areas: { readonly covered: readonly AreaRow[]; readonly white: readonly AreaRow[] } | null;
	readonly reported: readonly Reported[] | null;
	readonly sources: readonly PublicSource[];
};

/** The page behind a figure; null when there is no such figure. */
export async function figureView(reading: Reading, id: string): Promise<FigureView | null> {
	const figure = FIGURES.find((known) => known === id);
	if (!figure) return null;
	const { view, locale } = reading;
	const empty = { figure, value: null, members: null, projects: null, areas: null, reported: null, sources: [] };
	const n = (value: number): string => formatNumber(value, locale);
	switch (figure) {
		case 'members':
		case 'unplaced': {
			const members = await memberItems(reading, { kind: view.kind, ...(figure === 'unplaced' && { placed: false }) });
			return { ...empty, value: n(members.total), members, sources: await sourcesBehind(reading, 'member', members.items.map(({ member }) => member.id)) };
		}
		case 'projects': {
			const counts = await projectCounts(database(), { at: reading.at, known: reading.known });
			const projects = await projectPage(reading, { category: view.category, status: view.status });
			const sources = await sourcesBehind(reading, 'project', projects.items.map(({ project }) => project.id));
			return { ...empty, value: n(counts.reduce((sum, count) => sum + count.projects, 0)), projects, sources };
		}
		case 'cities':
		case 'provinces': {
			const areas = await coveredAreas(reading, figure);
			return { ...empty, value: overviewText[locale].ratio(n(areas.covered.length), n(areas.covered.length + areas.white.length)), areas };
		}
		case 'reported':
			return { ...empty, reported: (await Promise.all(REPORTED_METRICS.map((metric) => reportedTotals(reading, metric)))).flat() };
	}
}

async function sourcesBehind({ known }: Reading, type: RecordType, ids: readonly string[]): Promise<PublicSource[]> {
	const cited = [...(await citationsOf(database(), type, ids, { known })).values()].flat();
	return [...new Map(cited.map(({ source }) => [source.id, publicSource(source)])).values()];
}

async function coveredAreas(reading: Reading, figure: 'cities' | 'provinces') {
	const { at, locale, view } = reading;
	const kind = view.kind ?? undefined;
	const cube = await cityCube(reading);
	const coverage = overviewOf(cube, at, cityCodes, kind)[figure];
	const row = (code: string): AreaRow => {
		const places = figure === 'cities' ? [code] : cityCodes.filter((city) => city.startsWith(code.slice(0, 2)));
		return {
			href: figure === 'cities' || places.length === 1 ? `/cities/${code}` : `/provinces/${code}`,
			name: placeName(code, locale, figure === 'cities' ? 'short' : 'full'),
			members: membersAt(cube, at, { places, kind })
		};
	};
	return { covered: coverage.covered.map(row), white: coverage.white.map(row) };
}
