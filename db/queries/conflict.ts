import type { RecordType } from '#domain/record.ts';

/** Which record an error is about. */
export type RecordKey = { readonly type: RecordType; readonly id: string };

/** Why a write was refused; nothing of it remains once the transaction is rolled back. */
export abstract class RefusedWrite extends Error {
	readonly record: RecordKey;

	constructor(message: string, record: RecordKey) {
		super(message);
		this.record = record;
	}
}

/** Somebody else changed the record in between: `current` is the version it has now. */
export class VersionConflict extends RefusedWrite {
	override readonly name = 'VersionConflict';
	readonly expected: number;
	readonly current: number;

	constructor(record: RecordKey, expected: number, current: number) {
		super(`${record.type} ${record.id} is at version ${current}, not ${expected}`, record);
		this.expected = expected;
		this.current = current;
	}
}

/** A record of this type and identifier exists already, perhaps retired. */
export class DuplicateId extends RefusedWrite {
	override readonly name = 'DuplicateId';

	constructor(record: RecordKey) {
		super(`${record.type} ${record.id} exists already`, record);
	}
}

/** There is no such record to change, retire or restore. */
export class MissingRecord extends RefusedWrite {
	override readonly name = 'MissingRecord';

	constructor(record: RecordKey) {
		super(`there is no ${record.type} ${record.id}`, record);
	}
}

/** The record is retired and must be restored first, or is not retired and cannot be restored. */
export class WrongState extends RefusedWrite {
	override readonly name = 'WrongState';
	readonly retired: boolean;

	constructor(record: RecordKey, retired: boolean) {
		super(`${record.type} ${record.id} is ${retired ? 'retired' : 'not retired'}`, record);
		this.retired = retired;
	}
}

/** The record's `field` names a record that does not exist. */
export class MissingReference extends RefusedWrite {
	override readonly name = 'MissingReference';
	readonly field: string;
	readonly missing: RecordKey;

	constructor(record: RecordKey, field: string, missing: RecordKey) {
		super(`${record.type} ${record.id}: ${field} names ${missing.type} ${missing.id}, which does not exist`, record);
		this.field = field;
		this.missing = missing;
	}
}

/** The member belongs already during part of this membership, through the membership `other`. */
export class OverlappingMembership extends RefusedWrite {
	override readonly name = 'OverlappingMembership';
	readonly other: string;

	constructor(id: string, other: string) {
		super(`membership ${id} overlaps membership ${other} of the same member`, { type: 'membership', id });
		this.other = other;
	}
}
