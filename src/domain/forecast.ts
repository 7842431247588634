import { arrivals, departures } from './arrival.ts';
import type { Movement } from './cube.ts';
import { daysBetween, type Day } from './day.ts';
import { atMost, certain, meanOf, negated, plus, toDistribution, type Distribution } from './distribution.ts';
import type { Adcode } from './place.ts';
import { anyOf, poissonBinomial } from './poisson-binomial.ts';
import { coverings, joinings, leavings, windowOf, type Window } from './target-history.ts';
import { chanceBy, type Conversion, type ScopedProspect } from './target-prospect.ts';

/** What a forecast is made from; everything lies in the scope. */
export type ForecastFacts = {
	/** Joins and leaves by area; null: the city is not verified. */
	readonly movements: readonly Movement[];
	readonly conversions: readonly Conversion[];
	readonly prospects: readonly ScopedProspect[];
	/** The first day on which anybody joined, anywhere; null: nobody has. */
	readonly founded: Day | null;
};

/** From which day to the end of which one looks ahead. */
export type Ahead = { readonly at: Day; readonly by: Day };

/** Members there will be: those that stand, those that leave, prospects that join, others that come. */
export function membersBy(facts: ForecastFacts, standing: number, { at, by }: Ahead): Distribution {
	const { movements, conversions, prospects, founded } = facts;
	const [window, days] = [windowOf(at, founded), Math.max(0, daysBetween(at, by))];
	const joining = toDistribution(0, poissonBinomial(prospects.map((prospect) => chanceBy(prospect, at, by))));
	const coming = arrivals(joinings(movements, conversions, window, days), days);
	const leaving = departures(leavings(movements, window), standing, days);
	return plus(plus(plus(certain(standing), negated(leaving)), joining), coming);
}

/** Projects there will be: those on record and those that begin. */
export function projectsBy(begun: readonly { readonly since: Day | null; readonly projects: number }[], standing: number, founded: Day | null, { at, by }: Ahead): Distribution {
	const window: Window = windowOf(at, founded);
	const days = daysBetween(at, by);
	const inWindow = begun.filter(({ since }) => since !== null && since > window.from && since <= at);
	const occasions = [...Map.groupBy(inWindow, ({ since }) => since).values()].map((cells) =>
		new Array<number>(cells.reduce((sum, { projects }) => sum + projects, 0)).fill(1)
	);
	return plus(certain(standing), arrivals({ occasions, days: window.days }, days));
}

/** The chance of a city, or of a district where a scope is made of districts, to have a member, 0 to 1; and that by prospects alone. */
export type AreaChance = { readonly code: Adcode; readonly members: number; readonly chance: number; readonly byProspects: number };

/**
 * Cities with members there will be, or districts, of those given with their present members. Prospects cover each by
 * itself; others that come cover any of the areas without members with equal chance, so that who comes where both do counts
 * once; an area is lost when all its members leave and no prospect joins there.
 */
export function coveredBy(facts: ForecastFacts, areas: ReadonlyMap<Adcode, number>, { at, by }: Ahead): { value: Distribution; areas: AreaChance[] } {
	const { movements, conversions, prospects, founded } = facts;
	const [window, days] = [windowOf(at, founded), Math.max(0, daysBetween(at, by))];
	const inArea = Map.groupBy(prospects, ({ place }) => place);
	const joining = (code: Adcode): number => anyOf((inArea.get(code) ?? []).map((prospect) => chanceBy(prospect, at, by)));
	const white = [...areas.values()].filter((members) => members === 0).length;
	const others = atMost(arrivals(coverings(movements, conversions, { window, areas: areas.size, white, days }), days), white);
	const leaving = leavingChance(movements, window, days);
	const chances = [...areas].map(([code, members]): AreaChance => {
		const byProspects = joining(code);
		const byOthers = white === 0 ? 0 : meanOf(others) / white;
		const chance = members === 0 ? 1 - (1 - byProspects) * (1 - byOthers) : 1 - leaving ** members * (1 - byProspects);
		return { code, members, chance, byProspects };
	});
	const covered = chances.filter(({ members }) => members > 0);
	const lost = toDistribution(0, poissonBinomial(covered.map(({ chance }) => 1 - chance)));
	const won = union(poissonBinomial(chances.filter(({ members }) => members === 0).map(({ byProspects }) => byProspects)), others, white);
	return { value: plus(plus(certain(covered.length), negated(lost)), won), areas: chances };
}

/** The chance of a single member to leave within so many days. */
function leavingChance(movements: readonly Movement[], window: Window, days: number): number {
	return meanOf(departures(leavings(movements, window), 1, days));
}

/** The size of the union of a set within `all` places whose size has the chances `some`, and of one anywhere in it. */
function union(some: readonly number[], anywhere: Distribution, all: number): Distribution {
	const sizes = new Array<number>(all + 1).fill(0);
	some.forEach((ofSome, s) =>
		anywhere.chances.forEach((ofSize, i) => {
			const k = anywhere.least + i;
			for (let outside = Math.max(0, s - k); outside <= Math.min(s, all - k); outside++)
				(sizes[k + outside] as number) += (ofSome * ofSize * choose(all - k, outside) * choose(k, s - outside)) / choose(all, s);
		})
	);
	return toDistribution(0, sizes);
}

function choose(n: number, k: number): number {
	let ways = 1;
	for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
	return ways;
}
