import { membersAt, toCube, type Cube } from './cube.ts';
import { addDays, dayNumber, earlier, later, type Day } from './day.ts';
import { certain, chanceOfAtLeast, meanOf, quantileOf, type Distribution } from './distribution.ts';
import { coveredBy, membersBy, projectsBy, type AreaChance, type ForecastFacts } from './forecast.ts';
import { expectedAt, type Pace } from './pace.ts';
import type { Adcode } from './place.ts';
import { chanceBy } from './target-prospect.ts';
import { stateOf, wholeOf, type TargetState } from './target-state.ts';
import type { Target } from './target.ts';

/** What of the record lies in the scope of a target. */
export type ScopeFacts = ForecastFacts & {
	/** The cities of the scope, and districts where it holds only some of a city: what a coverage counts. */
	readonly areas: readonly Adcode[];
	/** `since` null: nobody reported when; such a project counts on every day. */
	readonly projects: readonly { readonly since: Day | null; readonly projects: number }[];
};

/** The day a target is looked at from. Before today nothing that came later is known. */
export type When = { readonly at: Day; readonly today: Day };

/** A forecast for the end of a day: the tenth, the middle and the ninetieth of a hundred, and the mean. */
export type Outlook = { readonly on: Day; readonly low: number; readonly middle: number; readonly high: number; readonly mean: number };

/** A target as it stands. Everything is in numbers of members, projects or cities; `of` are all areas of the scope. */
export type Evaluation = {
	/** The day it is judged on: the day asked for, or the due day once that has passed. */
	readonly on: Day;
	readonly of: number;
	readonly start: number;
	/** The least whole number that fulfils the target. */
	readonly needed: number;
	readonly actual: number;
	readonly expected: number;
	/** Actual less expected. */
	readonly gap: number;
	/** What the prospects add until the due day, as an expected value. */
	readonly pipeline: number;
	/** For the due day; certain once it has passed. */
	readonly outlook: Outlook;
	/** Of being reached in time, 0 to 1. */
	readonly chance: number;
	readonly state: TargetState;
	/** The first day since the start on which it was reached; null: on none. */
	readonly reachedOn: Day | null;
	/** For targets of cities: each area with its chance on the due day. */
	readonly areas: readonly AreaChance[];
};

/** A target with its scope's record, ready to be asked for its value on a day and for forecasts. */
export type Subject = { readonly target: Target; readonly facts: ScopeFacts; readonly cube: Cube };

/** Puts a target and the record of its scope together. */
export function subjectOf(target: Target, facts: ScopeFacts): Subject {
	return { target, facts, cube: toCube(facts.movements) };
}

/** Members, cities with members or projects at the end of a day, counted as everywhere else. */
export function countAt({ target, facts, cube }: Subject, day: Day): number {
	if (target.metric === 'members') return membersAt(cube, day);
	if (target.metric === 'projects') return facts.projects.reduce((sum, { since, projects }) => sum + (since === null || since <= day ? projects : 0), 0);
	return facts.areas.filter((code) => membersAt(cube, day, { places: [code] }) > 0).length;
}

/** The distribution of the count at the end of a day after `at`, and the chances of the areas where they are counted. */
export function forecastBy(subject: Subject, by: Day, { at, today }: When): { value: Distribution; areas: AreaChance[] } {
	const { target, facts, cube } = subject;
	// What is on record for a day still to come is known, but only today.
	const known = at === today ? by : at;
	const ahead = { at, by };
	if (target.metric === 'members') return { value: membersBy(facts, countAt(subject, known), ahead), areas: [] };
	if (target.metric === 'projects') return { value: projectsBy(facts.projects, countAt(subject, known), facts.founded, ahead), areas: [] };
	return coveredBy(facts, new Map(facts.areas.map((code) => [code, membersAt(cube, known, { places: [code] })])), ahead);
}

/** The straight way of a target in whole units: from what stood at its start to its value. */
export function paceOf(subject: Subject, { at }: When): Pace {
	const { target, facts } = subject;
	const unit = target.metric === 'coverage' ? facts.areas.length : 1;
	const from = target.startValue === null ? countAt(subject, earlier(target.start, at)) : target.startValue * unit;
	return { start: target.start, due: target.due, from, to: target.value * unit };
}

/** The tenth, middle and ninetieth of a hundred of a distribution. */
export function outlookOf(on: Day, value: Distribution): Outlook {
	return { on, low: quantileOf(value, 0.1), middle: quantileOf(value, 0.5), high: quantileOf(value, 0.9), mean: meanOf(value) };
}

/** How a target stands at a day. */
export function evaluate(subject: Subject, when: When): Evaluation {
	const { target, facts } = subject;
	const { at } = when;
	const on = earlier(at, target.due);
	const pace = paceOf(subject, when);
	const [needed, actual, expected] = [wholeOf(pace.to), countAt(subject, on), expectedAt(pace, on)];
	const past = at >= target.due;
	const forecast = past ? { value: certain(actual), areas: areaStand(subject, on) } : forecastBy(subject, target.due, when);
	const chance = chanceOfAtLeast(forecast.value, needed);
	return {
		on,
		of: facts.areas.length,
		start: pace.from,
		needed,
		actual,
		expected,
		gap: actual - expected,
		pipeline: past ? 0 : pipelineOf(subject, forecast.areas, at),
		outlook: outlookOf(target.due, forecast.value),
		chance,
		state: stateOf({ at, due: target.due, actual, needed, expected, chance }),
		reachedOn: reachedOn(subject, needed, on),
		areas: forecast.areas
	};
}

function areaStand({ target, facts, cube }: Subject, on: Day): AreaChance[] {
	if (target.metric !== 'cities' && target.metric !== 'coverage') return [];
	return facts.areas.map((code) => {
		const members = membersAt(cube, on, { places: [code] });
		return { code, members, chance: members > 0 ? 1 : 0, byProspects: 0 };
	});
}

function pipelineOf({ target, facts }: Subject, areas: readonly AreaChance[], at: Day): number {
	if (target.metric === 'projects') return 0;
	if (target.metric === 'members') return facts.prospects.reduce((sum, prospect) => sum + chanceBy(prospect, at, target.due), 0);
	return areas.reduce((sum, { members, byProspects }) => sum + (members === 0 ? byProspects : 0), 0);
}

/** Days on which the count may have changed between two days, both included, ascending. */
export function changeDays({ target, facts, cube }: Subject, from: Day, to: Day): Day[] {
	const days = target.metric === 'projects' ? facts.projects.flatMap(({ since }) => since ?? []) : cube.days;
	return [...new Set([from, ...days, to])].filter((day) => day >= from && day <= to).sort();
}

function reachedOn(subject: Subject, needed: number, on: Day): Day | null {
	const { start } = subject.target;
	return on < start ? null : (changeDays(subject, start, on).find((day) => countAt(subject, day) >= needed) ?? null);
}

/** So many days ahead are forecast for a drawing, evenly spread up to the due day. */
const OUTLOOKS = 12;

/** Forecasts from the day asked for to the due day; empty once that has passed. */
export function outlooks(subject: Subject, when: When): Outlook[] {
	const { due } = subject.target;
	const [from, ahead] = [when.at, dayNumber(due) - dayNumber(when.at)];
	if (ahead <= 0) return [];
	const steps = Math.min(OUTLOOKS, ahead);
	const days = Array.from({ length: steps + 1 }, (_, i) => addDays(from, Math.round((ahead * i) / steps)));
	return days.map((on) => outlookOf(on, on === from ? certain(countAt(subject, from)) : forecastBy(subject, on, when).value));
}

/** The value of a target on each day of change from its start, or a little before, to the day it is judged on. */
export function course(subject: Subject, { at }: When): { readonly on: Day; readonly value: number }[] {
	const { start, due } = subject.target;
	const [from, to] = [earlier(start, at), earlier(at, due)];
	return changeDays(subject, from, later(from, to)).map((on) => ({ on, value: countAt(subject, on) }));
}
