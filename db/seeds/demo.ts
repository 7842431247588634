import type { Day } from '#domain/day.ts';
import type { Instant } from '#domain/instant.ts';
import type { MemberInput } from '#domain/member.ts';
import type { MembershipInput } from '#domain/membership.ts';
import type { SourceInput } from '#domain/source.ts';
import { groups } from './alliance/groups.ts';
import { sources as allianceSources } from './alliance/sources.ts';
import { dayBetween, FOUNDED, recordedAfter, TODAY } from './demo/clock.ts';
import { isReported, otherEvents, reportOf, waveEvents, type Held } from './demo/events.ts';
import { memberMaker } from './demo/members.ts';
import { intervalsOf, type Interval } from './demo/memberships.ts';
import { partnersOf } from './demo/partners.ts';
import { projectsOf } from './demo/projects.ts';
import { prospectsOf, type Pursued } from './demo/prospects.ts';
import { randomOf, type Random } from './demo/random.ts';
import { targetsOf } from './demo/targets.ts';
import { totalsOf } from './demo/totals.ts';
import { WAVES } from './demo/waves.ts';
import { keyOf, type Correction, type Seed } from './seed.ts';

const SEED = 20_201_121;
/** Members that joined singly, between the rounds. */
const SINGLY = 58;

/** Something of a day. */
type Dated<T> = { readonly on: Day; readonly value: T };

/**
 * The data of the demonstration: hundreds of members over six years, plainly artificial, the same at every call. What
 * it says was recorded as it happened, so that former states of knowledge can be looked at too.
 */
export function demo(): Seed {
	const random = randomOf(SEED);
	const others = otherEvents(random);
	const { waves, sources } = reported(random, others);
	const sourceBy = lastBy(sources);
	const { members, intervals } = joining(random, waves, sourceBy);
	const partners = partnersOf(random, sourceBy(FOUNDED));
	const membersBy = (day: Day) => members.filter(({ on }) => on <= day).map(({ value }) => value);
	const standing = { membersBy, sourceBy, partnerIds: partners.map(({ id }) => id) };
	const projects = projectsOf(random, standing);
	const events = [...waves, ...others.map((held) => cited(held, sourceBy))];
	const targets = targetsOf();
	const prospects = prospectsOf(members);
	const totals = totalsOf((day) => membersAt(intervals, day), sourceBy);

	const recordedAt = new Map<string, Instant>();
	const record = (type: Correction['type'], id: string, on: Day) => recordedAt.set(keyOf(type, id), recordedAfter(on));
	for (const { on, value } of sources) record('source', value.id, on);
	for (const source of groupSources) record('source', source.id, FOUNDED);
	for (const group of groups) record('region_group', group.id, FOUNDED);
	for (const partner of partners) record('partner', partner.id, FOUNDED);
	for (const { on, value } of members) record('member', value.id, on);
	for (const { on, event } of events) record('event', event.id, on);
	for (const { on, joined } of intervals) record('membership', joined.id, on);
	for (const { on, project } of projects) record('project', project.id, on);
	for (const { first } of prospects) record('prospect', first.id, first.noted);
	for (const total of totals) record('reported_total', total.id, total.on);
	for (const { on, first } of targets) record('target', first.id, on);

	return {
		records: {
			source: [...sources.map(({ value }) => value), ...groupSources],
			member: members.map(({ value }) => value),
			event: events.map(({ event }) => event),
			membership: intervals.map(({ joined }) => joined),
			partner: partners,
			project: projects.map(({ project }) => project),
			reported_total: totals,
			region_group: groups,
			prospect: prospects.map(({ first }) => first),
			target: targets.map(({ first }) => first)
		},
		corrections: [
			...intervals.flatMap(departure),
			...prospects.flatMap(progress),
			...targets.flatMap(({ later }): Correction[] => (later === null ? [] : [{ type: 'target', record: later.record, at: recordedAfter(later.on), reason: later.reason }]))
		],
		recordedAt,
		settings: {
			organisation: {
				name: { zh: '示例联盟（演示数据）', en: 'Example Alliance (demonstration data)' },
				short: { zh: '示例联盟', en: 'Example Alliance' },
				seatCity: '320200',
				founded: FOUNDED,
				sourceIds: [sourceBy(FOUNDED)]
			},
			demo: { today: TODAY }
		}
	};
}

const groupSourceIds = new Set(groups.flatMap((group) => (group.citations ?? []).map(({ sourceId }) => sourceId)));
/** The region groups are the real ones, and so are the publications behind them. */
const groupSources = allianceSources.filter(({ id }) => groupSourceIds.has(id));

/** The rounds of admissions, and the reports of these and of some of the other events, the earliest first. */
function reported(random: Random, others: readonly Held[]): { waves: Held[]; sources: Dated<SourceInput>[] } {
	const waveIds = WAVES.map((_, i) => `shili-baodao-pici-${i + 1}`);
	const waves = waveEvents(waveIds);
	const sources = [
		...waves.map((held, i) => ({ on: held.on, value: reportOf(held, waveIds[i] as string) })),
		...others
			.filter(() => isReported(random))
			.map((held, i) => ({ on: held.on, value: reportOf(held, `shili-baodao-${String(i + 1).padStart(3, '0')}`) }))
	];
	return { waves, sources: sources.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))) };
}

function lastBy(sources: readonly Dated<SourceInput>[]): (day: Day) => string {
	return (day) => (sources.findLast(({ on }) => on <= day) ?? (sources[0] as Dated<SourceInput>)).value.id;
}

function cited({ event, on }: Held, sourceBy: (day: Day) => string): Held {
	return { on, event: { ...event, citations: [{ sourceId: sourceBy(on) }] } };
}

/** Everybody who joins, in rounds and singly, with their memberships. */
function joining(random: Random, waves: readonly Held[], sourceBy: (day: Day) => string) {
	const make = memberMaker(random);
	const members: Dated<MemberInput>[] = [];
	const intervals: Interval[] = [];
	const join = (on: Day, reach: number, eventId: string | null, sourceId: string, founder: boolean) => {
		const value = make(reach, sourceId);
		members.push({ on, value });
		intervals.push(...intervalsOf(random, { memberId: value.id, on, eventId, sourceId, founder }));
	};
	for (const [i, { on, members: count, reach }] of WAVES.entries()) {
		const { event } = waves[i] as Held;
		for (let n = 0; n < count; n++) join(on, reach, event.id, `shili-baodao-pici-${i + 1}`, i === 0 && n < 3);
	}
	for (let n = 0; n < SINGLY; n++) {
		const on = dayBetween(random, FOUNDED, TODAY);
		const { reach } = WAVES.findLast((wave) => wave.on <= on) ?? (WAVES[0] as (typeof WAVES)[number]);
		join(on, reach, null, sourceBy(on), false);
	}
	return { members, intervals };
}

/** A departure is recorded when it happens, as a later state of the membership. */
function departure({ left, leftOn }: Interval): Correction[] {
	if (left === null || leftOn === null) return [];
	return [{ type: 'membership', record: left satisfies MembershipInput, at: recordedAfter(leftOn), reason: 'left the alliance' }];
}

/** Each stage a prospect comes to is recorded when it does. */
function progress({ later }: Pursued): Correction[] {
	return later.map(({ record, on, reason }) => ({ type: 'prospect', record, at: recordedAfter(on), reason }));
}

function membersAt(intervals: readonly Interval[], day: Day): number {
	return intervals.filter(({ on, leftOn }) => on <= day && (leftOn === null || day < leftOn)).length;
}
