import * as v from 'valibot';
import { isFormType } from '#domain/form.ts';
import { recordIssues } from '#domain/form-reading.ts';
import type { Properties } from '#domain/merge.ts';
import { prospectSchema } from '#domain/prospect.ts';
import type { RecordType } from '#domain/record.ts';
import { targetSchema } from '#domain/target.ts';
import { undoOf, type ObstacleKind, type State } from '#domain/undo.ts';
import type { Trx } from '../schema.ts';
import { propertiesOf } from '../shapes/row.ts';
import type { RecordOf } from '../shapes/shape.ts';
import { OverlappingMembership, type RecordKey } from './conflict.ts';
import { lockWrites } from './data-version.ts';
import type { RevisionOf } from './history.ts';
import { restoreRecord, retireRecord, saveRecord, type Entry } from './record.ts';
import { usesOf } from './use.ts';

type AnyRecord = RecordOf[RecordType];

/**
 * What stands in the way of taking back the changes of one record. `in_use`: it was made by them, and `other` names it now;
 * `overlaps`: the membership would hold at the same time as `other`; `invalid`: with what was changed since, the record would
 * contradict itself in these fields.
 */
export type Obstacle = RecordKey & {
	readonly kind: ObstacleKind | 'in_use' | 'overlaps' | 'invalid';
	readonly fields: readonly string[];
	readonly other: RecordKey | null;
};

/** Some changes cannot be taken back, so none was: `obstacles` has every reason. */
export class UndoBlocked extends Error {
	override readonly name = 'UndoBlocked';
	readonly obstacles: readonly Obstacle[];

	constructor(obstacles: readonly Obstacle[]) {
		super(`${obstacles.length} records stand in the way of the undo`);
		this.obstacles = obstacles;
	}
}

/**
 * Takes back these changes, newest first, by new versions; what was changed elsewhere since stays. Changes of one record
 * count as one. All or nothing: throws `UndoBlocked`, upon which the transaction must be rolled back. Returns how many
 * records were changed; those that stand as before already are left as they are.
 */
export async function undoChanges(trx: Trx, changes: readonly RevisionOf<RecordType>[], entry: Entry): Promise<number> {
	await lockWrites(trx);
	const spans = spansOf(changes);
	const obstacles: Obstacle[] = [];
	const retired: RecordKey[] = [];
	let written = 0;
	for (const span of spans) {
		const step = await undoSpan(trx, span, entry);
		if (typeof step === 'object') obstacles.push(step);
		else if (step !== 'nothing') written++;
		if (step === 'unmade') retired.push(span.key);
	}
	for (const key of retired) {
		const [other] = await usesOf(trx, key.type, key.id);
		if (other) obstacles.push({ ...key, kind: 'in_use', fields: [], other });
	}
	if (obstacles.length > 0) throw new UndoBlocked(obstacles);
	return written;
}

/** The changes of one record among those to take back: from before the first of these versions to the last. */
type Span = { readonly key: RecordKey; readonly first: number; readonly last: number };

function spansOf(changes: readonly RevisionOf<RecordType>[]): Span[] {
	const newestFirst = [...changes].sort((one, other) => other.id - one.id);
	return [...Map.groupBy(newestFirst, ({ type, recordId }) => `${type} ${recordId}`).values()].map((all) => {
		const [{ type, recordId: id }, versions] = [all[0]!, all.map(({ version }) => version)];
		return { key: { type, id }, first: Math.min(...versions), last: Math.max(...versions) };
	});
}

async function undoSpan(trx: Trx, { key, first, last }: Span, entry: Entry): Promise<Obstacle | 'nothing' | 'changed' | 'unmade'> {
	const states = await statesOf(trx, key, [first - 1, last]);
	const [before, after, current] = [states.get(first - 1) ?? null, states.get(last)!, states.get('current')!];
	const undo = undoOf<AnyRecord & Properties>(before, after, current, propertiesOf(key.type));
	if ('obstacle' in undo) return { ...key, kind: undo.obstacle, fields: undo.fields, other: null };
	let expectedVersion = current.version;
	try {
		if (undo.restore) expectedVersion = (await restoreRecord(trx, key.type, key.id, { ...entry, expectedVersion })).version;
		if (undo.write) {
			const fields = contradictions(key.type, undo.write);
			if (fields.length > 0) return { ...key, kind: 'invalid', fields, other: null };
			expectedVersion = (await saveRecord(trx, key.type, undo.write as never, { ...entry, expectedVersion })).version;
		}
		if (undo.retire) await retireRecord(trx, key.type, key.id, { ...entry, expectedVersion });
	} catch (error) {
		if (error instanceof OverlappingMembership) return { ...key, kind: 'overlaps', fields: [], other: { type: 'membership', id: error.other } };
		throw error;
	}
	if (undo.retire && before === null) return 'unmade';
	return undo.restore || undo.write || undo.retire ? 'changed' : 'nothing';
}

type Standing = State<AnyRecord & Properties> & { readonly version: number };

/** The record at these versions, and as it stands now under `current`. */
async function statesOf(trx: Trx, { type, id }: RecordKey, versions: readonly number[]): Promise<Map<number | 'current', Standing>> {
	const rows = await trx
		.selectFrom('revision')
		.select(['version', 'change', 'snapshot'])
		.where('record_type', '=', type)
		.where('record_id', '=', id)
		.where((eb) =>
			eb.or([
				eb('version', 'in', versions),
				eb('version', '=', eb.selectFrom('revision as last').where('last.record_type', '=', type).where('last.record_id', '=', id).select((last) => last.fn.max('last.version').as('newest')))
			])
		)
		.orderBy('version')
		.execute();
	const states = rows.map(({ version, change, snapshot }): [number, Standing] => [
		version,
		{ version, retired: change === 'retire', record: JSON.parse(snapshot) as Standing['record'] }
	]);
	return new Map<number | 'current', Standing>([...states, ['current', states.at(-1)![1]]]);
}

/** The fields in which a record that was put together from several versions contradicts itself. */
function contradictions(type: RecordType, record: AnyRecord): string[] {
	if (isFormType(type)) return recordIssues(type, record).map(({ field }) => field);
	const { issues = [] } = v.safeParse(type === 'prospect' ? prospectSchema : targetSchema, record);
	return issues.map((issue) => v.getDotPath(issue) ?? '');
}

