import { coverageOf } from '#domain/coverage.ts';
import { membersAt } from '#domain/cube.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { city, citiesOf } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import { province } from '#geo/regions/province.ts';
import { memberText } from '#lib/i18n/member.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { totalAt } from '#lib/picture/chart/growth-input.ts';
import { dashboardSentence } from '#lib/picture/dashboard/sentence.ts';
import { areaNames, type CityMembers } from '../export/area-columns.ts';
import { dashboardSaid } from '../export/view-dashboard.ts';
import { growthSaid } from '../export/view-growth.ts';
import { districtCube } from '../cube.ts';
import { groupCoverage, regionGroups } from '../group-coverage.ts';
import { linksView } from '../links.ts';
import type { ApiAsked } from './asked.ts';

const whole = <T>(items: readonly T[]) => ({ items, next: null, total: items.length });
const total = (rows: readonly { readonly projects: number }[]): number => rows.reduce((sum, { projects }) => sum + projects, 0);

function shownCity({ code, kinds, projects, reached, newest }: CityMembers) {
	const region = city(code);
	const members = kinds.reduce((sum, row) => sum + row.members, 0);
	const [lon, lat] = region?.label ?? [0, 0];
	return { code, name: areaNames(code), members, covered: members > 0, province: region?.province ?? code, label: { lon, lat }, byKind: kinds, projects, reached, newestJoin: newest };
}

export async function cities({ reading }: ApiAsked) {
	return whole((await dashboardSaid(reading)).rows.map(shownCity));
}

export async function cityRecord({ reading, values }: ApiAsked, code: string) {
	const region = city(code);
	if (!region) return null;
	const { rows } = await dashboardSaid({ ...reading, view: { ...reading.view, city: code } });
	const row = rows.find((one) => one.code === code);
	if (!row) return null;
	const cube = await districtCube(reading);
	const within = districtsOf(code).map(({ adcode }) => adcode);
	const covered = new Set(coverageOf(cube, reading.at, within, values.kind).covered);
	return {
		...shownCity(row),
		districts: within.map((adcode) => ({
			code: adcode,
			name: areaNames(adcode),
			members: membersAt(cube, reading.at, { places: [adcode], kind: values.kind }),
			covered: covered.has(adcode)
		})),
		neighbours: region.neighbours
	};
}

export async function provinces({ reading }: ApiAsked) {
	const { now } = await dashboardSaid(reading);
	return whole(now.provinces.map(({ code, members, covered, of }) => ({ code, name: provinceName(code), members, citiesCovered: covered, citiesOf: of })));
}

/** Shanghai's code is that of a city as well: its name is the same. */
function provinceName(code: string) {
	const region = province(code);
	return region ? { zh: region.zh, en: region.enFull } : areaNames(code);
}

export async function provinceRecord(asked: ApiAsked, code: string) {
	if (citiesOf(code).length === 0) return null;
	const { items } = await provinces({ ...asked, reading: { ...asked.reading, view: { ...asked.reading.view, province: code } } });
	return items.find((one) => one.code === code) ?? null;
}

export async function groups({ reading, values }: ApiAsked) {
	const all = await regionGroups(reading);
	return whole(
		await Promise.all(
			all.map(async (group) => {
				const { covered } = await groupCoverage(reading, group, values.kind);
				return { ...group, covered: covered.length, of: group.areas.length };
			})
		)
	);
}

export async function groupRecord(asked: ApiAsked, id: string) {
	return (await groups(asked)).items.find((group) => group.id === id) ?? null;
}

export async function coverage({ reading }: ApiAsked) {
	const { now } = await dashboardSaid(reading);
	const { headline } = now;
	const { reported, filtered } = headline;
	return {
		sentence: { zh: plainText(dashboardSentence(now, 'members', 'zh-CN')), en: plainText(dashboardSentence(now, 'members', 'en')) },
		members: headline.members,
		unplaced: headline.unplaced,
		cities: headline.cities,
		provinces: headline.provinces,
		kinds: now.kinds,
		projects: { total: total(headline.projects), byStatus: headline.projects },
		categories: now.categories,
		groups: now.groups,
		reported:
			reported && !filtered
				? { value: reported.value, qualifier: reported.qualifier, metric: 'members', publisher: reported.source?.publisher ?? null, published: reported.source?.published ?? null }
				: null
	};
}

export async function growth({ reading }: ApiAsked) {
	const { by } = reading.view;
	const { input, days } = await growthSaid(reading);
	const name = (key: string) => {
		const known = MEMBER_KINDS.find((kind) => kind === key);
		if (known) return { zh: memberText['zh-CN'].kinds[known], en: memberText.en.kinds[known] };
		return key === 'none' ? { zh: memberText['zh-CN'].unplaced, en: memberText.en.unplaced } : provinceName(key);
	};
	return {
		by,
		days,
		total: days.map((_, i) => totalAt(input, i)),
		series: input.bands.map(({ key, members }) => ({ key: key === 'none' ? null : key, name: name(key), members: members.slice(0, days.length) }))
	};
}

export async function links({ reading }: ApiAsked) {
	const { relations } = await linksView(reading);
	return whole(relations.map(({ from, to, projectIds, visitIds }) => ({ from, to, projectIds, visitIds })));
}
