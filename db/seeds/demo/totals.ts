import type { Day } from '#domain/day.ts';
import type { Qualifier, ReportedTotalInput } from '#domain/reported-total.ts';
import { FOUNDED } from './clock.ts';

const REPORTS: readonly (readonly [Day, Qualifier, isPublic: boolean])[] = [
	[FOUNDED, 'exact', true],
	['2021-12-31', 'nearly', true],
	['2022-12-31', 'over', true],
	['2023-12-31', 'about', true],
	['2024-12-31', 'nearly', true],
	['2025-06-30', 'about', false],
	['2025-12-31', 'over', true]
];

/** Numbers as somebody might have published them: more round than exact, and a little more than what is recorded. */
export function totalsOf(membersBy: (day: Day) => number, sourceBy: (day: Day) => string): ReportedTotalInput[] {
	return REPORTS.map(([on, qualifier, isPublic]) => ({
		id: `shili-chengyuan-${on}`,
		metric: 'members',
		on,
		qualifier,
		value: rounded(membersBy(on), qualifier),
		isPublic,
		citations: [{ sourceId: sourceBy(on) }]
	}));
}

function rounded(members: number, qualifier: Qualifier): number {
	if (qualifier === 'exact') return members;
	if (qualifier === 'over') return Math.floor(members / 10) * 10;
	return Math.ceil(members / 10) * 10 + 10;
}
