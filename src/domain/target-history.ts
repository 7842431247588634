import type { ArrivalRecord } from './arrival.ts';
import type { Movement } from './cube.ts';
import { addMonths, daysBetween, later, type Day } from './day.ts';
import type { Adcode } from './place.ts';
import { freshness, type Conversion } from './target-prospect.ts';

/** What the record says of the time before a day, for looking ahead; `from` itself does not belong to it. */
export type Window = { readonly from: Day; readonly at: Day; readonly days: number };

/** So many months of the record tell how often something comes; fewer where the record is younger, one year at least. */
export const WINDOW_MONTHS = 36;
const LEAST_DAYS = 365;

/** The window before a day. It begins after the founding: those who found an alliance do not join one. */
export function windowOf(at: Day, founded: Day | null): Window {
	const far = addMonths(at, -WINDOW_MONTHS);
	const from = founded === null ? far : later(far, founded);
	return { from, at, days: Math.max(LEAST_DAYS, daysBetween(from, at)) };
}

const within = ({ from, at }: Window, day: Day): boolean => day > from && day <= at;

/** Days on which members joined, with the chance of each that the like comes without being a prospect today. */
export function joinings(movements: readonly Movement[], conversions: readonly Conversion[], window: Window, days: number): ArrivalRecord {
	const joins = new Map<Day, number>();
	for (const { on, joined } of movements) if (joined > 0 && within(window, on)) joins.set(on, (joins.get(on) ?? 0) + joined);
	const leads = Map.groupBy(conversions, ({ joined }) => joined);
	return {
		days: window.days,
		occasions: [...joins].map(([day, joined]) => {
			const known = (leads.get(day) ?? []).map(({ noted }) => freshness(daysBetween(noted, day), days)).slice(0, joined);
			return [...known, ...new Array<number>(joined - known.length).fill(1)];
		})
	};
}

/** Members that left within the window, and the days that members belonged in it, one for each member and day. */
export function leavings(movements: readonly Movement[], window: Window): { left: number; memberDays: number } {
	let [left, memberDays] = [0, 0];
	for (const { on, joined, left: gone } of movements) {
		if (on > window.at) continue;
		if (within(window, on)) left += gone;
		memberDays += (joined - gone) * daysBetween(later(on, window.from), window.at);
	}
	return { left, memberDays };
}

/**
 * Days on which areas without members came to have one. The chance of each is that of the freshest of those who
 * joined there, and less the fewer areas are left (`white`) than there were then.
 */
export function coverings(
	movements: readonly Movement[],
	conversions: readonly Conversion[],
	{ window, areas, white, days }: { readonly window: Window; readonly areas: number; readonly white: number; readonly days: number }
): ArrivalRecord {
	const members = new Map<Adcode, number>();
	const leads = Map.groupBy(conversions, ({ place, joined }) => `${place} ${joined}`);
	const byDay = [...Map.groupBy(movements, ({ on }) => on)].filter(([day]) => day <= window.at).sort(([a], [b]) => (a < b ? -1 : 1));
	const occasions = byDay.map(([day, moves]) => {
		const bare = areas - [...members.values()].filter((n) => n > 0).length;
		const covered: number[] = [];
		for (const [place, here] of Map.groupBy(moves, (move) => move.place)) {
			if (place === null) continue;
			const before = members.get(place) ?? 0;
			const after = here.reduce((sum, { joined, left }) => sum + joined - left, before);
			members.set(place, after);
			if (before === 0 && after > 0) covered.push(freshest(here, (leads.get(`${place} ${day}`) ?? []).map(({ noted }) => daysBetween(noted, day)), days) * Math.min(1, white / bare));
		}
		return { day, covered };
	});
	return { days: window.days, occasions: occasions.filter(({ day, covered }) => within(window, day) && covered.length > 0).map(({ covered }) => covered) };
}

function freshest(here: readonly Movement[], leads: readonly number[], days: number): number {
	const joined = here.reduce((sum, move) => sum + move.joined, 0);
	return leads.length < joined ? 1 : Math.max(...leads.map((lead) => freshness(lead, days)));
}
