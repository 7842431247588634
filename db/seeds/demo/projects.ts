import { addMonths, type Day } from '#domain/day.ts';
import type { MemberInput } from '#domain/member.ts';
import { PROJECT_CATEGORIES, type ProjectCategory, type ProjectInput, type ProjectStatus } from '#domain/project.ts';
import { dayBetween, TODAY } from './clock.ts';
import { FIELDS } from './names.ts';
import type { Random } from './random.ts';

const PROJECTS = 160;
const FIRST: Day = '2021-01-15';

const WORDS: Readonly<Record<ProjectCategory, readonly [zh: string, en: string]>> = {
	agreement: ['合作协议', 'cooperation agreement'],
	exchange: ['友好交流', 'exchange'],
	research: ['联合课题', 'joint research'],
	matchmaking: ['供需对接', 'matchmaking'],
	think_tank: ['智库协作', 'think-tank work'],
	industry: ['产业共建', 'industry project'],
	other: ['合作事项', 'cooperation']
};

const STATUSES: readonly (readonly [ProjectStatus | null, number])[] = [
	['intention', 14],
	['signed', 24],
	['active', 34],
	['completed', 16],
	['ended', 4],
	[null, 8]
];

/** A project and the day it began, which the project itself may tell less exactly. */
export type Begun = { readonly project: ProjectInput; readonly on: Day };

/** Who had joined by a day, and which report was the last one published by then. */
export type Standing = { membersBy(day: Day): readonly MemberInput[]; sourceBy(day: Day): string; readonly partnerIds: readonly string[] };

/** Projects over the years, in no order. */
export function projectsOf(random: Random, standing: Standing): Begun[] {
	return Array.from({ length: PROJECTS }, (_, i) => {
		const on = dayBetween(random, FIRST, TODAY);
		const category = random.pick(PROJECT_CATEGORIES);
		const [field, fieldEn] = random.pick(FIELDS);
		const [zh, en] = WORDS[category];
		const number = String(i + 1).padStart(3, '0');
		const members = random.some(standing.membersBy(on), random.weighted([[0, 1], [1, 3], [2, 4], [3, 2], [4, 1]]));
		const cities = [...new Set(members.flatMap((member) => member.city ?? []))];
		return {
			on,
			project: {
				id: `shili-xiangmu-${number}`,
				title: { zh: `${field}${zh}示例项目${number}`, en: random.chance(0.85) ? `Example ${fieldEn} ${en} ${number}` : null },
				category,
				...course(random, on),
				amountCny: random.chance(0.3) ? random.between(10, 900) * 100_000 : null,
				byAlliance: members.length === 0 || random.chance(0.15),
				cities: random.chance(0.9) ? cities : [],
				memberIds: members.map((member) => member.id),
				partnerIds: random.some(standing.partnerIds, random.weighted([[0, 5], [1, 3], [2, 1]])),
				citations: [{ sourceId: standing.sourceBy(on) }]
			}
		};
	});
}

/** Status and dates that fit each other. */
function course(random: Random, on: Day): Pick<ProjectInput, 'status' | 'since' | 'signed' | 'ended'> {
	const status = random.weighted(STATUSES);
	const since = status === null && random.chance(0.4) ? '' : told(random, on);
	const signed = status === null || status === 'intention' ? null : on;
	if (status !== 'completed' && status !== 'ended') return { status, since, signed };
	const over = addMonths(on, random.between(8, 24));
	return over > TODAY ? { status: 'active', since, signed } : { status, since, signed, ended: over };
}

function told(random: Random, on: Day): string {
	const month = on.slice(0, 7) === TODAY.slice(0, 7) ? on : on.slice(0, 7);
	return random.weighted([[on, 7], [month, 2], [`<=${on}`, 1]]);
}
