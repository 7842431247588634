import { RefusedWrite, VersionConflict } from '#db/queries/conflict.ts';
import { lockWrites } from '#db/queries/data-version.ts';
import { historyOf } from '#db/queries/history.ts';
import { prospectById, prospectVersion } from '#db/queries/prospect.ts';
import { retireRecord, saveRecord } from '#db/queries/record.ts';
import type { Trx } from '#db/schema.ts';
import { now } from '#domain/instant.ts';
import type { Bilingual, Locale } from '#domain/locale.ts';
import { canMove, moved } from '#domain/pipeline.ts';
import { STAGES, type Prospect, type Stage } from '#domain/prospect.ts';
import type { Person } from '#domain/role.ts';
import { database, today } from './atlas.ts';
import { prospectText } from '#lib/i18n/prospect.ts';
import { prospectFormText } from '#lib/i18n/prospect-form.ts';
import { actorOf } from './rights.ts';

/** Why nothing was written. `conflict`: somebody changed it in between; `stage` is where it stands now. */
export type Refusal = {
	readonly problem: 'missing' | 'conflict' | 'not_allowed' | 'invalid';
	readonly id: string;
	readonly name: Bilingual | null;
	readonly stage: Stage | null;
};

/** What a move left behind, so that it can be told and taken back. */
export type Moved = { readonly id: string; readonly name: Bilingual; readonly from: Stage; readonly to: Stage; readonly version: number };

/** Who writes, and the language in which the history is told why. */
export type Writer = { readonly person: Person; readonly locale: Locale };

/** A prospect as it stands, locked against other writers until the transaction ends. */
export type Standing = { readonly prospect: Prospect; readonly version: number };

/** Reads a prospect so that nobody else can write it before this transaction ends; null when there is none. */
export async function standing(trx: Trx, id: string): Promise<Standing | null> {
	await lockWrites(trx);
	const [prospect, version] = [await prospectById(trx, id), await prospectVersion(trx, id)];
	return prospect && version !== null ? { prospect, version } : null;
}

/** What every write of this person says of itself. */
export function entry({ person }: Pick<Writer, 'person'>, reason: string) {
	return { at: now(), actor: actorOf(person), reason };
}

/** The reasons that stand in the history where nobody gave one. */
export function reasons({ locale }: Pick<Writer, 'locale'>) {
	return prospectFormText[locale].reasons;
}

/** A whole number as a form sends it; -1, which is the version of nothing, for anything else. */
export function versionTyped(form: FormData): number {
	const text = form.get('version');
	return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** A short text as a form sends it, trimmed. */
export function textTyped(form: FormData, name: string, most = 500): string {
	const text = form.get(name);
	return typeof text === 'string' ? text.trim().slice(0, most) : '';
}

/** The stage that a form names; null for none. */
export function stageTyped(form: FormData): Stage | null {
	const text = form.get('to');
	return STAGES.find((stage) => stage === text) ?? null;
}

/**
 * Changes a prospect in one transaction, by what `change` makes of it (null: that may not be). Refused where there is
 * none, or where it is no longer at the version that the writer saw.
 */
async function change(
	id: string,
	expected: number | null,
	make: (prospect: Prospect, trx: Trx) => Promise<{ prospect: Prospect; reason: string } | null>,
	writer: Writer
): Promise<{ before: Prospect; after: Prospect; version: number } | Refusal> {
	return database()
		.transaction()
		.execute(async (trx) => {
			const found = await standing(trx, id);
			if (!found) return { problem: 'missing' as const, id, name: null, stage: null };
			const { prospect, version } = found;
			const refusal = (problem: Refusal['problem']): Refusal => ({ problem, id, name: prospect.name, stage: prospect.stage });
			if (expected !== null && version !== expected) return refusal('conflict');
			const made = await make(prospect, trx);
			if (!made) return refusal('not_allowed');
			const saved = await saveRecord(trx, 'prospect', made.prospect, { ...entry(writer, made.reason), expectedVersion: version });
			return { before: prospect, after: made.prospect, version: saved.version };
		});
}

/** Moves a prospect to another stage from today on; `why` is the reason of a loss. To a member leads conversion alone. */
export async function moveProspect(writer: Writer, id: string, version: number, to: Stage, why = ''): Promise<Moved | Refusal> {
	const { stages } = prospectText[writer.locale];
	const done = await change(
		id,
		version,
		async (prospect) =>
			canMove(prospect.stage, to) ? { prospect: moved(prospect, to, today(), why || null), reason: why || reasons(writer).moved(stages[prospect.stage], stages[to]) } : null,
		writer
	);
	return 'problem' in done ? done : { id, name: done.after.name, from: done.before.stage, to, version: done.version };
}

/** Takes back the change that made this version, while nothing came after it. */
export async function takeBack(writer: Writer, id: string, version: number): Promise<Moved | Refusal> {
	const done = await change(
		id,
		version,
		async (prospect, trx) => {
			const former = (await historyOf(trx, 'prospect', id)).find((each) => each.version === version - 1);
			return former && prospect.stage !== 'converted' && former.record.stage !== 'converted' ? { prospect: former.record, reason: reasons(writer).takenBack(String(version)) } : null;
		},
		writer
	);
	return 'problem' in done ? done : { id, name: done.after.name, from: done.before.stage, to: done.after.stage, version: done.version };
}

const NOTE = 5000;

/** Puts a note before the others, with the day and who wrote it. `too_long` where no room is left. */
export async function noteProspect(writer: Writer, id: string, note: string): Promise<'noted' | 'empty' | 'too_long' | Refusal> {
	if (note === '') return 'empty';
	const line = `${today()} ${writer.person.name}：${note}`;
	const done = await change(
		id,
		null,
		async (prospect) => {
			const internalNote = [line, prospect.internalNote].filter(Boolean).join('\n');
			return internalNote.length > NOTE ? null : { prospect: { ...prospect, internalNote }, reason: reasons(writer).note };
		},
		writer
	);
	if (!('problem' in done)) return 'noted';
	return done.problem === 'not_allowed' ? 'too_long' : done;
}

/** Takes a prospect out of view, keeping it and its history. */
export async function retireProspect(writer: Writer, id: string, version: number, reason: string): Promise<'retired' | Refusal> {
	try {
		await database()
			.transaction()
			.execute((trx) => retireRecord(trx, 'prospect', id, { ...entry(writer, reason || reasons(writer).retired), expectedVersion: version }));
		return 'retired';
	} catch (refused) {
		if (!(refused instanceof RefusedWrite)) throw refused;
		return { problem: refused instanceof VersionConflict ? 'conflict' : 'missing', id, name: null, stage: null };
	}
}
