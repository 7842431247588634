import { listChanges } from '#db/queries/change.ts';
import { listProspects } from '#db/queries/prospect.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { addDays } from '#domain/day.ts';
import type { JobState } from '#domain/import/job.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { isOpen } from '#domain/prospect.ts';
import { prospectRow, sortRows, type ProspectRow } from '#domain/prospect-row.ts';
import type { RecordType } from '#domain/record.ts';
import { atLeast, type Role } from '#domain/role.ts';
import type { TargetRow } from '#lib/picture/target/row.ts';
import { reasonWords } from '#lib/i18n/reason.ts';
import { historyPath, publicPath, recordPath } from '#lib/i18n/record-address.ts';
import { actorNames } from './actor.ts';
import { database, today } from './atlas.ts';
import { recentImports } from './import.ts';
import { momentWords } from './moment.ts';
import { outcomes } from './prospect.ts';
import { owners } from './prospect-owner.ts';
import type { Reading } from './reading.ts';
import { targetsToWatch } from './target.ts';

/** How many of a list the first page shows. */
const SHOWN = 12;
const SOON_DAYS = 7;

/** Targets that the first page shows. */
const TARGETS = 6;
/** Imports that wait for a person. */
const WAITING: readonly JobState[] = ['columns', 'checked', 'interrupted'];

/** Where a record is looked at, without language: a retired one in its history. */
function pathOf(type: RecordType, id: string, isRetired: boolean): string {
	if (isRetired || type === 'membership') return historyPath(type, id);
	return publicPath(type, id) ?? recordPath(type, id);
}

function listed(rows: readonly ProspectRow[], people: readonly { id: string; name: string }[], locale: Locale) {
	return {
		total: rows.length,
		items: rows.slice(0, SHOWN).map(({ id, name, stage, nextStep, nextStepOn, days, ownerId }) => ({
			id,
			name: inLocale(name, locale),
			stage,
			nextStep,
			nextStepOn,
			days,
			owner: people.find((each) => each.id === ownerId)?.name ?? null
		}))
	};
}

/** Wholes before their parts, the next due first, and of those the least likely to be reached. */
function byUrgency(a: TargetRow, b: TargetRow): number {
	const parts = Number(a.partOf !== null) - Number(b.partOf !== null);
	const dues = a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
	return parts || dues || (a.evaluation?.chance ?? 0) - (b.evaluation?.chance ?? 0);
}

/** The targets that want attention. */
async function watched(reading: Reading) {
	const rows = (await targetsToWatch(reading)).sort(byUrgency);
	return { total: rows.length, rows: rows.slice(0, TARGETS) };
}

/**
 * What the desk opens with: targets behind or at risk, next steps that are overdue or near, prospects that stand still, for
 * those who may import what waits for them, and what was recorded last.
 */
export async function desk(reading: Reading, role: Role) {
	const db = database();
	const { locale } = reading;
	const [stored, learned, log] = await Promise.all([listProspects(db), outcomes(), listChanges(db, { limit: SHOWN })]);
	const open = stored.map((each) => prospectRow(each, learned, today())).filter(({ stage }) => isOpen(stage));
	const people = await owners(open.map(({ ownerId }) => ownerId));
	const actors = await actorNames(log.items.map(({ last: { actor } }) => actor), locale);
	const until = addDays(today(), SOON_DAYS);
	const soon = open.filter(({ nextStepOn }) => nextStepOn !== null && nextStepOn >= today() && nextStepOn <= until);
	const names = await recordNames(db, log.items.map(({ last: change }) => ({ type: change.type, id: change.recordId })));
	return {
		targets: await watched(reading),
		imports: atLeast(role, 'editor') ? (await recentImports()).filter(({ state }) => WAITING.includes(state)) : [],
		overdue: listed(sortRows(open.filter(({ overdue }) => overdue), 'next'), people, locale),
		soon: listed(sortRows(soon, 'next'), people, locale),
		stalled: listed(sortRows(open.filter(({ stalled, overdue }) => stalled && !overdue), 'since'), people, locale),
		changes: log.items.map(({ last: { id, type, recordId, change, recordedAt, actor, reason, batchId }, counts }) => {
			const named = names.get(`${type} ${recordId}`);
			return {
				id,
				type,
				change,
				at: momentWords(recordedAt, locale),
				by: actors.get(actor) ?? actor,
				reason: reasonWords(reason, locale),
				name: named ? inLocale(named.name, locale) : recordId,
				path: counts.length > 0 && batchId ? `/staff/changes/${batchId}` : pathOf(type, recordId, named?.retired ?? false),
				counts
			};
		})
	};
}
