import { membersAt, type Cube } from './cube.ts';
import type { Day } from './day.ts';
import { MEMBER_KINDS, type MemberKind } from './member.ts';
import { cityCode, provinceCode, type Adcode } from './place.ts';
import type { Reason, Weights } from './whitespace-weight.ts';

/** An open prospect as far as white spaces are concerned. `stalled`: it has come no further for long. */
export type Hopeful = { readonly id: string; readonly city: Adcode | null; readonly kind: MemberKind | null; readonly chance: number; readonly stalled: boolean };

/** Everything from which white spaces are judged, at one day. */
export type Ground = {
	readonly cube: Cube;
	readonly at: Day;
	readonly cities: readonly { readonly code: Adcode; readonly neighbours: readonly Adcode[] }[];
	/** Region groups, the widest first; their areas are cities and districts. */
	readonly groups: readonly { readonly id: string; readonly areas: readonly Adcode[] }[];
	readonly hopefuls: readonly Hopeful[];
	/** Projects and distinct outside partners of projects by the city that the project names. */
	readonly projects: ReadonlyMap<Adcode, number>;
	readonly partners: ReadonlyMap<Adcode, number>;
};

/** What speaks for a white space, with the facts that its words name. */
export type Grounds =
	| { readonly reason: 'whole' }
	| { readonly reason: 'neighbours'; readonly covered: readonly Adcode[]; readonly of: number }
	| { readonly reason: 'zone'; readonly group: string }
	| { readonly reason: 'groups'; readonly groups: readonly string[] }
	/** `chance`: that at least one of them joins. */
	| { readonly reason: 'prospect'; readonly prospects: readonly string[]; readonly chance: number }
	| { readonly reason: 'stalled'; readonly prospects: readonly string[] }
	| { readonly reason: 'kind'; readonly province: Adcode }
	| { readonly reason: 'projects'; readonly projects: number }
	| { readonly reason: 'partners'; readonly partners: number };

/** A reason with the share of it that holds, 0 to 1, and the points it gives, in tenths. */
export type Contribution = Grounds & { readonly share: number; readonly tenths: number };

/** 空白点: a city without members (`kind` null), or a city without members of a kind. Its score is the sum of its reasons. */
export type WhiteSpace = { readonly city: Adcode; readonly kind: MemberKind | null; readonly tenths: number; readonly reasons: readonly Contribution[] };

/** Which white spaces: cities without any member and the kinds that the others lack; only the cities; every city × kind. */
export const SPACE_SETS = ['all', 'cities', 'kinds'] as const;
export type SpaceSet = (typeof SPACE_SETS)[number];

/** The kinds that a city may lack: "other" is nothing to look for, unless it is asked for by itself. */
export const SOUGHT_KINDS = MEMBER_KINDS.filter((kind) => kind !== 'other');

/** From so many on, other groups, projects and partners count in full. */
export const FULL = { groups: 2, projects: 3, partners: 2 } as const;

/**
 * The white spaces, the highest score first; equal scores in the order of the cities, whole cities before kinds, kinds in
 * theirs. `kind` restricts to that kind in every city that lacks it. Reasons that give nothing are left out.
 */
export function whiteSpaces(ground: Ground, weights: Weights, { set = 'all', kind = null }: { readonly set?: SpaceSet; readonly kind?: MemberKind | null } = {}): WhiteSpace[] {
	const found = ground.cities.flatMap(({ code, neighbours }) => {
		const isWhole = membersAt(ground.cube, ground.at, { places: [code] }) === 0;
		return kindsOf(ground, code, { isWhole, set, kind }).map((of): WhiteSpace => {
			const reasons = groundsOf(ground, { code, neighbours, isWhole }, of)
				.map((grounds) => ({ ...grounds, tenths: Math.round(weights[grounds.reason] * grounds.share * 10) }))
				.filter(({ tenths }) => tenths > 0);
			return { city: code, kind: of, tenths: reasons.reduce((sum, { tenths }) => sum + tenths, 0), reasons };
		});
	});
	// Sorting is stable: what is equal stays in the order in which it was found.
	return found.sort((a, b) => b.tenths - a.tenths);
}

function kindsOf({ cube, at }: Ground, code: Adcode, { isWhole, set, kind }: { isWhole: boolean; set: SpaceSet; kind: MemberKind | null }): (MemberKind | null)[] {
	if (set === 'cities') return isWhole && kind === null ? [null] : [];
	if (set === 'all' && kind === null && isWhole) return [null];
	return (kind === null ? SOUGHT_KINDS : [kind]).filter((each) => membersAt(cube, at, { places: [code], kind: each }) === 0);
}

type Place = { readonly code: Adcode; readonly neighbours: readonly Adcode[]; readonly isWhole: boolean };

/** Every reason that holds for a white space, in the order of `REASONS`, with the share of it that holds. */
function groundsOf(ground: Ground, { code, neighbours, isWhole }: Place, kind: MemberKind | null): (Grounds & { readonly share: number })[] {
	const { cube, at } = ground;
	const members = (places: readonly Adcode[]): number => membersAt(cube, at, { places, kind: kind ?? undefined });
	const covered = neighbours.filter((neighbour) => members([neighbour]) > 0);
	const [zone, ...others] = ground.groups;
	const belongs = ({ areas }: { readonly areas: readonly Adcode[] }): boolean => areas.some((area) => cityCode(area) === code);
	const groups = others.filter(belongs).map(({ id }) => id);
	const hopefuls = ground.hopefuls.filter((one) => one.city === code && (kind === null || one.kind === kind));
	const stalled = hopefuls.filter((one) => one.stalled);
	const chance = 1 - hopefuls.reduce((none, one) => none * (1 - one.chance), 1);
	const province = ground.cities.filter((other) => provinceCode(other.code) === provinceCode(code)).map((other) => other.code);
	const projects = ground.projects.get(code) ?? 0;
	const partners = ground.partners.get(code) ?? 0;
	return [
		...(isWhole ? ([{ reason: 'whole', share: 1 }] as const) : []),
		...(covered.length > 0 ? ([{ reason: 'neighbours', covered, of: neighbours.length, share: covered.length / neighbours.length }] as const) : []),
		...(zone && belongs(zone) ? ([{ reason: 'zone', group: zone.id, share: 1 }] as const) : []),
		...(groups.length > 0 ? ([{ reason: 'groups', groups, share: upTo(groups.length, FULL.groups) }] as const) : []),
		...(hopefuls.length > 0 ? ([{ reason: 'prospect', prospects: hopefuls.map(({ id }) => id), chance, share: chance }] as const) : []),
		...(stalled.length > 0 ? ([{ reason: 'stalled', prospects: stalled.map(({ id }) => id), share: 1 }] as const) : []),
		...(kind !== null && members(province) === 0 ? ([{ reason: 'kind', province: provinceCode(code), share: 1 }] as const) : []),
		...(projects > 0 ? ([{ reason: 'projects', projects, share: upTo(projects, FULL.projects) }] as const) : []),
		...(partners > 0 ? ([{ reason: 'partners', partners, share: upTo(partners, FULL.partners) }] as const) : [])
	];
}

function upTo(count: number, full: number): number {
	return Math.min(1, count / full);
}

/** The most that a white space can score, in tenths. `kind`: whether it is one of a kind. */
export function mostTenths(weights: Weights, kind: boolean): number {
	return (Object.entries(weights) as [Reason, number][]).reduce((sum, [reason, weight]) => (reason === 'kind' && !kind ? sum : sum + weight * 10), 0);
}
