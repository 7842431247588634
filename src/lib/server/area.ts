import { listEvents } from '#db/queries/event.ts';
import { projectCounts } from '#db/queries/project-count.ts';
import { membersAt, type KindMembers } from '#domain/cube.ts';
import type { Coverage } from '#domain/coverage.ts';
import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { publicEvent } from '#domain/public.ts';
import { areaSentence } from '#lib/i18n/area-sentence.ts';
import { areaText } from '#lib/i18n/area.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { statusWords } from '#lib/picture/dashboard/figures.ts';
import { sourcesOf, type AreaFigure } from './area-figure.ts';
import { database } from './atlas.ts';
import { cityCube } from './cube.ts';
import { areasOf, regionGroups } from './group-coverage.ts';
import { memberItems } from './member-list.ts';
import { part } from './part.ts';
import { placeName } from './place-name.ts';
import { projectPage } from './project-list.ts';
import type { Reading } from './reading.ts';

/** What all areas have in common: their name, the cities and districts they are made of, and their numbers. */
export type AreaSubject = {
	readonly name: string;
	/** The name as it stands in a sentence, where that differs. */
	readonly inSentence?: string;
	/** Areas as a member lies in them: cities, districts or both. */
	readonly areas: readonly Adcode[];
	readonly kinds: readonly KindMembers[];
	/** Of the cities or areas within; null for a city or a district. */
	readonly coverage: Coverage | null;
	/** Cities whose projects and events count as the area's; empty for a district: projects name cities. */
	readonly cities: readonly Adcode[];
};

/** Members, projects and events of an area, its sentence and its first figures: the same for every level. */
export async function areaCommon(reading: Reading, { name, inSentence = name, areas, kinds, coverage, cities }: AreaSubject) {
	const { at, known, locale, view } = reading;
	const db = database();
	const counts = cities.length > 0 ? await projectCounts(db, { at, known, cities }) : null;
	const projects = counts && counts.reduce((sum, count) => sum + count.projects, 0);
	const members = kinds.reduce((sum, count) => sum + count.members, 0);
	const wholeCities = coverage !== null && cities.length === coverage.covered.length + coverage.white.length;
	const t = areaText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	const figures: AreaFigure[] = [
		{ id: 'members', label: t.members, value: n(members), of: t.membersUnit, ...(members === 0 && { note: t.none }) },
		...(coverage
			? [
					{
						id: wholeCities ? 'cities' : 'areas',
						label: wholeCities ? t.cities : t.areas,
						value: n(coverage.covered.length),
						of: overviewText[locale].of(n(coverage.covered.length + coverage.white.length))
					} as const
				]
			: []),
		...(counts && projects !== null
			? [{ id: 'projects' as const, label: t.projects, value: n(projects), of: t.projectsUnit, ...(projects > 0 && { note: statusWords(counts, locale) }) }]
			: [])
	];
	const listed = await part('members', () => memberItems(reading, { areas, kind: view.kind }));
	const joint =
		counts &&
		(await part('projects', async () => ({
			counts,
			...(await projectPage(reading, { cities, category: view.category, status: view.status }))
		})));
	return {
		name,
		sentence: areaSentence(
			{
				at,
				name: inSentence,
				kinds,
				projects,
				coverage: coverage && { covered: coverage.covered.length, of: coverage.covered.length + coverage.white.length, cities: wholeCities }
			},
			locale
		),
		figures,
		kinds,
		members: listed,
		projects: joint,
		sources: await part('sources', () =>
			sourcesOf(reading, [
				{ type: 'member', ids: listed.ok ? listed.value.items.map(({ member }) => member.id) : [] },
				{ type: 'project', ids: joint?.ok ? joint.value.items.map(({ project }) => project.id) : [] }
			])
		),
		events:
			cities.length > 0
				? await part('events', async () => (await listEvents(db, { at, known, cities, limit: 20 })).items.map(publicEvent))
				: null
	};
}

/** Cities beside others, with their members: covered or a white space. */
export async function neighbourRows(reading: Reading, codes: readonly Adcode[]) {
	const cube = await cityCube(reading);
	return codes.map((code) => ({
		href: `/cities/${code}`,
		name: placeName(code, reading.locale, 'short'),
		members: membersAt(cube, reading.at, { places: [code] })
	}));
}

/** How many of an area's neighbours are covered; nothing where it has none. */
export function neighbourFigure(neighbours: readonly { readonly members: number }[], locale: Locale): AreaFigure[] {
	const n = (value: number): string => formatNumber(value, locale);
	const covered = neighbours.filter(({ members }) => members > 0).length;
	return neighbours.length === 0 ? [] : [{ id: 'neighbours', label: areaText[locale].neighbours, value: n(covered), of: overviewText[locale].of(n(neighbours.length)) }];
}

/** The region groups that name one of these areas. */
export async function groupsOf(reading: Reading, codes: readonly Adcode[]) {
	const groups = await regionGroups(reading);
	return groups
		.filter((group) => codes.some((code) => group.areas.includes(code)))
		.map((group) => ({ id: group.id, name: group.name, whole: areasOf(group).cities.some((code) => codes.includes(code)) }));
}
