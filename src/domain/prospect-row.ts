import { chanceOf, type Chance, type StageOutcomes } from './chance.ts';
import type { Day } from './day.ts';
import { daysInStage, isOverdue, isStalled } from './pipeline.ts';
import { isOpen, STAGES, type Prospect, type Stage } from './prospect.ts';
import type { ProspectSort, ProspectView } from './prospect-view.ts';

/** A prospect as lists and the board show it. */
export type ProspectRow = Pick<
	Prospect,
	'id' | 'name' | 'kind' | 'city' | 'stage' | 'stageSince' | 'expected' | 'ownerId' | 'nextStep' | 'nextStepOn' | 'memberId' | 'lostReason'
> & {
	readonly version: number;
	readonly pinyin: string;
	readonly chance: Chance;
	/** Whole days in its stage. */
	readonly days: number;
	readonly overdue: boolean;
	readonly stalled: boolean;
};

/** A prospect as it is stored: with its version and the key its name is sorted by. */
export type StoredProspect = { readonly prospect: Prospect; readonly version: number; readonly pinyin: string };

/** What a list shows of a prospect on a day. */
export function prospectRow({ prospect, version, pinyin }: StoredProspect, outcomes: StageOutcomes, today: Day): ProspectRow {
	const { id, name, kind, city, stage, stageSince, expected, ownerId, nextStep, nextStepOn, memberId, lostReason } = prospect;
	const shown = { id, name, kind, city, stage, stageSince, expected, ownerId, nextStep, nextStepOn, memberId, lostReason };
	return {
		...shown,
		version,
		pinyin,
		chance: chanceOf(prospect, outcomes),
		days: daysInStage(prospect, today),
		overdue: isOverdue(prospect, today),
		stalled: isStalled(prospect, today)
	};
}

/** Does a row pass the filters of a view? Its words are looked for by the database. */
export function selects(view: ProspectView, row: ProspectRow): boolean {
	return (
		(view.stage === null || (view.stage === 'open' ? isOpen(row.stage) : row.stage === view.stage)) &&
		(view.city === null || row.city === view.city) &&
		(view.kind === null || row.kind === view.kind) &&
		(view.owner === null || (row.ownerId ?? 'none') === view.owner) &&
		(view.only === null || row[view.only])
	);
}

const LAST = '9999-12-31';
const place = (stage: Stage) => STAGES.indexOf(stage);

/** What rows are sorted by; days nobody stated come last. */
const KEYS: Readonly<Record<ProspectSort, (row: ProspectRow) => readonly (string | number)[]>> = {
	attention: (row) => [isOpen(row.stage) ? 0 : 1, row.overdue ? 0 : 1, row.stalled ? 0 : 1, row.nextStepOn ?? LAST],
	name: (row) => [row.pinyin],
	stage: (row) => [place(row.stage), row.stageSince],
	city: (row) => [row.city ?? '~', place(row.stage)],
	chance: (row) => [-row.chance.value],
	since: (row) => [row.stageSince],
	next: (row) => [row.nextStepOn ?? LAST],
	expected: (row) => [row.expected ?? LAST]
};

/** Rows in the order asked for; what is equal there, by name. */
export function sortRows(rows: readonly ProspectRow[], sort: ProspectSort, down = false): ProspectRow[] {
	const turn = down ? -1 : 1;
	return rows
		.map((row) => ({ row, keys: KEYS[sort](row) }))
		.sort((a, b) => turn * compare(a.keys, b.keys) || compare([a.row.pinyin, a.row.id], [b.row.pinyin, b.row.id]))
		.map(({ row }) => row);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
	for (const [i, key] of a.entries()) {
		const other = b[i] as string | number;
		if (key !== other) return key < other ? -1 : 1;
	}
	return 0;
}

/** What the open ones among rows amount to. `expected`: how many join by their chances. */
export function pipelineSum(rows: readonly ProspectRow[]): { open: number; expected: number; overdue: number; stalled: number } {
	const open = rows.filter(({ stage }) => isOpen(stage));
	return {
		open: open.length,
		expected: open.reduce((sum, { chance }) => sum + chance.value, 0),
		overdue: open.filter(({ overdue }) => overdue).length,
		stalled: open.filter(({ stalled }) => stalled).length
	};
}
