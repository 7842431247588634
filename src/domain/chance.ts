import { isOpen, OPEN_STAGES, type OpenStage, type Prospect } from './prospect.ts';

/** Chance of joining by stage where the record says too little: what an alliance may expect before it has experience. */
export const DEFAULT_CHANCES: Readonly<Record<OpenStage, number>> = {
	identified: 0.1,
	contacted: 0.2,
	visited: 0.35,
	negotiating: 0.6,
	approved: 0.9
};

/** So many ended prospects must have passed a stage before its chance is learned from them. */
export const ENOUGH = 20;

/** The default stands in the learned chance as if so many prospects had been seen to follow it. */
export const PRIOR_WEIGHT = 10;

/** Of the ended prospects that passed a stage: how many there are, and how many of them became members. */
export type StageOutcome = { readonly ended: number; readonly converted: number };

/** What the record says of each stage. */
export type StageOutcomes = Readonly<Record<OpenStage, StageOutcome>>;

/** Nothing has ended yet. */
export const NO_OUTCOMES: StageOutcomes = tally(() => ({ ended: 0, converted: 0 }));

/**
 * A chance of joining, 0 to 1, and what it rests on: somebody's own judgement, the prospects that ended (`ended` of
 * them, `converted` of which joined), the default of the stage, or the fact that this prospect has itself ended.
 */
export type Chance =
	| { readonly value: number; readonly basis: 'judged' | 'default' | 'ended' }
	| ({ readonly value: number; readonly basis: 'learned' } & StageOutcome);

/**
 * The chance that a prospect joins. Somebody's judgement goes first. Otherwise, once 20 ended prospects have passed its
 * stage, the mean of a Beta distribution: (joined + 10 × default) ÷ (ended + 10). Otherwise the default of its stage.
 */
export function chanceOf({ stage, probability }: Pick<Prospect, 'stage' | 'probability'>, outcomes: StageOutcomes): Chance {
	if (!isOpen(stage)) return { value: stage === 'converted' ? 1 : 0, basis: 'ended' };
	return probability === null ? chanceAt(stage, outcomes) : { value: probability, basis: 'judged' };
}

/** The chance of a stage by itself, whatever somebody judges of a single prospect. */
export function chanceAt(stage: OpenStage, outcomes: StageOutcomes): Chance {
	const prior = DEFAULT_CHANCES[stage];
	const { ended, converted } = outcomes[stage];
	if (ended < ENOUGH) return { value: prior, basis: 'default' };
	return { value: (converted + PRIOR_WEIGHT * prior) / (ended + PRIOR_WEIGHT), basis: 'learned', ended, converted };
}

/** One version of a prospect as far as its way through the stages is concerned. */
export type Step = Pick<Prospect, 'stage' | 'stageSince'>;

/**
 * The outcomes of prospects by their ways, each in the order of its versions. One that still goes on, or never stood in
 * an open stage, counts nowhere. One that ended counts at the furthest stage it stood in and at each before that. A
 * stage that was left backwards on the very day it was entered was a slip, and was not reached.
 */
export function outcomesOf(ways: readonly (readonly Step[])[]): StageOutcomes {
	const ended = ways.flatMap((way) => {
		const last = way.at(-1)?.stage;
		return last === undefined || isOpen(last) ? [] : [{ furthest: furthestOf(way), converted: last === 'converted' }];
	});
	return tally((_, place) => {
		const passed = ended.filter(({ furthest }) => furthest >= place);
		return { ended: passed.length, converted: passed.filter(({ converted }) => converted).length };
	});
}

function furthestOf(way: readonly Step[]): number {
	const places = way.map(({ stage }) => OPEN_STAGES.indexOf(stage as OpenStage));
	const reached = places.filter((place, i) => {
		const next = way[i + 1];
		const isSlip = next !== undefined && isOpen(next.stage) && (places[i + 1] ?? place) < place && next.stageSince === way[i]?.stageSince;
		return !isSlip;
	});
	return Math.max(-1, ...reached);
}

function tally(of: (stage: OpenStage, place: number) => StageOutcome): StageOutcomes {
	return Object.fromEntries(OPEN_STAGES.map((stage, place) => [stage, of(stage, place)])) as Record<OpenStage, StageOutcome>;
}
