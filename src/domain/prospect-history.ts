import type { Instant } from './instant.ts';
import type { Day } from './day.ts';
import { prospectValues, PROSPECT_FIELDS, type ProspectField } from './prospect-form.ts';
import type { Prospect, Stage } from './prospect.ts';

/** One version of a prospect, as the history keeps it. */
export type ProspectVersion = {
	readonly version: number;
	readonly record: Prospect;
	readonly recordedAt: Instant;
	readonly actor: string;
	readonly reason: string;
};

/** One stage that a prospect stood in: since when, until when (null: still), and who recorded it, when and why. */
export type StagePassed = Pick<ProspectVersion, 'recordedAt' | 'actor' | 'reason'> & {
	readonly stage: Stage;
	readonly since: Day;
	readonly until: Day | null;
};

/** The stages a prospect went through, the earliest first. A day corrected later is told as corrected. */
export function stagesPassed(versions: readonly ProspectVersion[]): StagePassed[] {
	const ordered = versions.toSorted((a, b) => a.version - b.version);
	const entered: StagePassed[] = [];
	for (const { record, recordedAt, actor, reason } of ordered) {
		const last = entered.at(-1);
		if (last?.stage === record.stage) entered[entered.length - 1] = { ...last, since: record.stageSince };
		else entered.push({ stage: record.stage, since: record.stageSince, until: null, recordedAt, actor, reason });
	}
	return entered.map((stage, i) => ({ ...stage, until: entered[i + 1]?.since ?? null }));
}

/** The fields in which two states of a prospect differ, in the order of the form. */
export function changedFields(before: Prospect, after: Prospect): ProspectField[] {
	const [from, to] = [prospectValues(before), prospectValues(after)];
	return PROSPECT_FIELDS.filter((field) => from[field] !== to[field]);
}
