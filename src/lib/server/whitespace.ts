import { partnersByCity } from '#db/queries/project-partner.ts';
import { projectCells } from '#db/queries/project-count.ts';
import { openProspects, stageOutcomes } from '#db/queries/prospect.ts';
import { readSetting, writeSetting } from '#db/queries/setting.ts';
import { chanceOf } from '#domain/chance.ts';
import { membersAt } from '#domain/cube.ts';
import type { Bilingual } from '#domain/locale.ts';
import { daysInStage, isStalled } from '#domain/pipeline.ts';
import { cityCode, type Adcode } from '#domain/place.ts';
import { whiteSpaces, type Ground, type SpaceSet, type WhiteSpace } from '#domain/whitespace.ts';
import { parseWeights, readWeights, REASONS, USUAL_WEIGHTS, type Weights } from '#domain/whitespace-weight.ts';
import { cities, citiesOf } from '#geo/regions/city.ts';
import { province } from '#geo/regions/province.ts';
import { cityScores, type CityScore } from '#lib/picture/whitespace/scene.ts';
import type { SpaceNames } from '#lib/picture/whitespace/words.ts';
import { database } from './atlas.ts';
import { cityCube } from './cube.ts';
import { regionGroups } from './group-coverage.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** White spaces on one page. */
const PAGE = 40;

/** What the page of white spaces shows. */
export type WhereNext = {
	/** The part of the ranking on this page; the first has the place `from`, counted from 0. */
	readonly spaces: readonly WhiteSpace[];
	readonly from: number;
	readonly set: SpaceSet;
	readonly total: number;
	/** Where the next part begins; null on the last. */
	readonly next: string | null;
	readonly scores: readonly CityScore[];
	/** Cities without any member among those listed. */
	readonly wholeCities: number;
	/** The cities that the filters leave; null: all. */
	readonly inScope: readonly Adcode[] | null;
	readonly weights: Weights;
	readonly usual: Weights;
	readonly names: SpaceNames;
	readonly groups: readonly { readonly id: string; readonly name: Bilingual }[];
};

/** The weights that hold unless an address says others. */
export async function usualWeights(): Promise<Weights> {
	return (await readSetting(database(), 'whitespace_weights')) ?? USUAL_WEIGHTS;
}

/** Keeps weights as the usual ones. */
export async function keepWeights(weights: Weights): Promise<void> {
	await database()
		.transaction()
		.execute((trx) => writeSetting(trx, 'whitespace_weights', weights));
}

/** The ranking of white spaces under the filters and weights of an address. */
export async function whereNext(reading: Reading): Promise<WhereNext> {
	const { view } = reading;
	const { ground, names } = await groundOf(reading);
	const usual = await usualWeights();
	const weights = { ...usual, ...parseWeights(view.weights ?? '') };
	const inScope = scopeOf(reading, ground);
	const ranked = whiteSpaces(ground, weights, { set: view.spaces, kind: view.kind }).filter(({ city }) => inScope === null || inScope.includes(city));
	const scores = cityScores(ranked);
	const from = /^\d{1,4}$/.test(view.after ?? '') ? Math.min(Number(view.after), Math.max(0, ranked.length - 1)) : 0;
	const spaces = ranked.slice(from, from + PAGE);
	const named = new Set(spaces.flatMap(({ reasons }) => reasons.flatMap((reason) => ('prospects' in reason ? reason.prospects : []))));
	return {
		spaces,
		from,
		set: view.spaces,
		total: ranked.length,
		next: from + PAGE < ranked.length ? String(from + PAGE) : null,
		scores,
		wholeCities: scores.filter(({ code }) => membersAt(ground.cube, ground.at, { places: [code] }) === 0).length,
		inScope,
		weights,
		usual,
		names: { ...names, prospects: Object.fromEntries(Object.entries(names.prospects).filter(([id]) => named.has(id))) },
		groups: (await regionGroups(reading)).map(({ id, name, short }) => ({ id, name: short ?? name }))
	};
}

function scopeOf({ view }: Reading, { groups }: Pick<Ground, 'groups'>): Adcode[] | null {
	const group = groups.find(({ id }) => id === view.group);
	const sets = [
		...(view.province !== null && province(view.province) ? [citiesOf(view.province).map(({ adcode }) => adcode)] : []),
		...(group ? [group.areas.map(cityCode)] : []),
		...(view.city !== null && cities.some(({ adcode }) => adcode === view.city) ? [[view.city]] : [])
	];
	if (sets.length === 0) return null;
	return cities.map(({ adcode }) => adcode).filter((code) => sets.every((set) => set.includes(code)));
}

/** What white spaces are judged from at the day of a reading, with the names that the reasons speak of. */
async function groundOf(reading: Reading): Promise<{ ground: Ground; names: SpaceNames }> {
	const { at, known } = reading;
	return remember(`white spaces ${known} ${at}`, async () => {
		const db = database();
		const groups = await regionGroups(reading);
		const outcomes = await stageOutcomes(db, { known });
		// Who was noted later was nobody's prospect on that day.
		const prospects = (await openProspects(db, { known })).filter(({ noted }) => noted <= at);
		const projects = new Map<Adcode, number>();
		for (const cell of await projectCells(db, { at, known })) for (const code of cell.cities) projects.set(code, (projects.get(code) ?? 0) + cell.projects);
		const ground: Ground = {
			cube: await cityCube(reading),
			at,
			cities: cities.map(({ adcode, neighbours }) => ({ code: adcode, neighbours })),
			groups: groups.map(({ id, areas }) => ({ id, areas })),
			hopefuls: prospects.map((one) => ({ id: one.id, city: one.city, kind: one.kind, chance: chanceOf(one, outcomes).value, stalled: isStalled(one, at) })),
			projects,
			partners: await partnersByCity(db, { at, known })
		};
		return {
			ground,
			names: {
				groups: Object.fromEntries(groups.map(({ id, name, short }) => [id, short ?? name])),
				prospects: Object.fromEntries(prospects.map((one) => [one.id, { name: one.name, days: daysInStage(one, at) }]))
			}
		};
	});
}

/** The weights of a form that gives every one (`weight.zone`); null where one is missing or is none. */
export function weightsOfForm(form: FormData): Weights | null {
	const given = readWeights(REASONS.map((reason) => [reason, textOf(form.get(`weight.${reason}`))] as const));
	return REASONS.every((reason) => given[reason] !== undefined) ? (given as Weights) : null;
}

function textOf(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}
