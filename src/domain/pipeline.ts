import { daysBetween, later, type Day } from './day.ts';
import { isOpen, STAGES, type OpenStage, type Prospect, type Stage } from './prospect.ts';

/** A prospect that has stood in one stage for so many days is stalled. */
export const STALLED_AFTER = 60;

/** Is its next step's day past? Ended ones are not. */
export function isOverdue({ stage, nextStepOn }: Pick<Prospect, 'stage' | 'nextStepOn'>, today: Day): boolean {
	return isOpen(stage) && nextStepOn !== null && nextStepOn < today;
}

/** Has it come no further for 60 days? Ended ones are not stalled. */
export function isStalled({ stage, stageSince }: Pick<Prospect, 'stage' | 'stageSince'>, today: Day): boolean {
	return isOpen(stage) && daysInStage({ stageSince }, today) >= STALLED_AFTER;
}

/** Whole days since it came to its stage; 0 for a day that is still to come. */
export function daysInStage({ stageSince }: Pick<Prospect, 'stageSince'>, today: Day): number {
	return Math.max(0, daysBetween(stageSince, today));
}

/**
 * Where a prospect may go from its stage by a mere move: to any other open stage, or to `lost`, and back from there. It
 * becomes a member by conversion alone, and what has become a member stays so.
 */
export function movesFrom(stage: Stage): (OpenStage | 'lost')[] {
	return STAGES.filter((to): to is OpenStage | 'lost' => canMove(stage, to));
}

/** May it go there by a mere move? */
export function canMove(from: Stage, to: Stage): to is OpenStage | 'lost' {
	return from !== 'converted' && to !== 'converted' && from !== to;
}

/** May it become a member? Open ones may, and lost ones that come back after all. */
export function canConvert(stage: Stage): boolean {
	return stage !== 'converted';
}

/**
 * The prospect in another stage from this day on. The reason of a loss goes with the loss; where none is given the
 * former one stays. Throws `RangeError` where it may not go there.
 */
export function moved(prospect: Prospect, to: Stage, today: Day, lostReason: string | null = null): Prospect {
	if (!canMove(prospect.stage, to)) throw new RangeError(`from ${prospect.stage} to ${to}`);
	const stageSince = later(today, prospect.noted);
	return { ...prospect, stage: to, stageSince, lostReason: to === 'lost' ? (lostReason ?? prospect.lostReason) : null };
}

/** The prospect once it has become this member. Throws `RangeError` where it is one already. */
export function converted(prospect: Prospect, memberId: string, joined: Day): Prospect {
	if (!canConvert(prospect.stage)) throw new RangeError('converted already');
	return { ...prospect, stage: 'converted', stageSince: later(joined, prospect.noted), memberId, lostReason: null };
}
