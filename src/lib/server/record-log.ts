import { formerRecords, listActors, listChanges } from '#db/queries/change.ts';
import { changesOf, historyOf, someChangesOf, type RevisionOf } from '#db/queries/history.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { RECORD_TYPES, type RecordType, type Revision } from '#domain/record.ts';
import { reasonWords } from '#lib/i18n/reason.ts';
import { recordPath } from '#lib/i18n/record-address.ts';
import type { ChangeView } from '#lib/picture/record/change-view.ts';
import { actorNames } from './actor.ts';
import { database } from './atlas.ts';
import { momentWords } from './moment.ts';
import { differences, namesIn, type Plain } from './record-words.ts';

const PAGE = 40;

/** An entry of the log: one change, or a batch with what it did by type. */
export type LogItem = ChangeView & { readonly counts: readonly { readonly type: RecordType; readonly change: Revision['change']; readonly changes: number }[] };

/** Every version of a record in words, newest first; empty when there never was one. */
export async function recordHistory(type: RecordType, id: string, locale: Locale): Promise<ChangeView[]> {
	const history = (await historyOf(database(), type, id)) as RevisionOf<RecordType>[];
	const before = new Map(history.map((revision, i) => [revision.id, history[i + 1]?.record as Plain | undefined]));
	return inWords(history, before, locale);
}

/** A page of the log: of one type or one actor only where asked. */
export async function changeLog({ type, actor, after }: { readonly type: string | null; readonly actor: string | null; readonly after: string | null }, locale: Locale) {
	const db = database();
	const only = RECORD_TYPES.find((known) => known === type) ?? null;
	const [{ items, next }, actors] = [await listChanges(db, { type: only, actor, after, limit: PAGE }), await listActors(db)];
	const revisions = items.map(({ last }) => last);
	const words = await inWords(revisions, await formerRecords(db, revisions), locale);
	const names = await actorNames(actors, locale);
	return {
		items: words.map((item, i): LogItem => ({ ...item, counts: items[i]!.counts })),
		next,
		type: only,
		actor: actors.find((known) => known === actor) ?? null,
		actors: actors.map((known) => ({ actor: known, name: names.get(known) ?? known }))
	};
}

/** A page of the changes made under one `batchId`, in their order; null when there are none. */
export async function changeBatch(batchId: string, page: number, locale: Locale) {
	const db = database();
	const all = await changesOf(db, batchId);
	const [last] = all;
	if (!last) return null;
	const start = Math.min(Math.max(0, page - 1) * PAGE, Math.floor((all.length - 1) / PAGE) * PAGE);
	const some = await someChangesOf(db, batchId, { offset: start, limit: PAGE });
	const [head] = await inWords([last], new Map(), locale);
	return { head: head!, total: all.length, start, page: start / PAGE + 1, isLast: start + PAGE >= all.length, items: await inWords(some, await formerRecords(db, some), locale) };
}

async function inWords(revisions: readonly RevisionOf<RecordType>[], former: ReadonlyMap<number, object | undefined>, locale: Locale): Promise<ChangeView[]> {
	const records = revisions.flatMap(({ id, type, record }) => [{ type, record: record as unknown as Plain }, { type, record: former.get(id) as Plain | undefined }]);
	const [names, named, actors] = [
		await namesIn(records, locale),
		await recordNames(database(), revisions.map(({ type, recordId: id }) => ({ type, id }))),
		await actorNames([...new Set(revisions.map(({ actor }) => actor))], locale)
	];
	return revisions.map(({ id, type, recordId, version, change, recordedAt, actor, reason, batchId, record }) => {
		const name = named.get(`${type} ${recordId}`)?.name;
		return {
			id,
			type,
			recordId,
			name: name ? inLocale(name, locale) : recordId,
			path: recordPath(type, recordId),
			version,
			change,
			at: momentWords(recordedAt, locale),
			by: actors.get(actor) ?? actor,
			reason: reasonWords(reason, locale),
			batchId,
			differences: change === 'retire' || change === 'restore' ? [] : differences(type, (former.get(id) as Plain | undefined) ?? null, record as unknown as Plain, locale, names)
		};
	});
}
