import type { ImportType } from '#domain/import/column.ts';
import type { JobState } from '#domain/import/job.ts';
import type { RowState } from '#domain/import/result.ts';
import type { Locale } from '#domain/locale.ts';

/** One import of one file a row. JSON columns hold the domain values of `ImportJob`. */
export interface ImportJobTable {
	id: string;
	type: ImportType;
	file_name: string;
	bytes: number;
	created_at: string;
	actor: string;
	locale: Locale;
	state: JobState;
	/** The process that works on it; null while nobody does. */
	runner: string | null;
	/** When the runner last said that it lives. */
	beat_at: string | null;
	message: string | null;
	forms: string;
	layout: string;
	decisions: string;
	counts: string | null;
	digest: string | null;
	batch_id: string | null;
	finished_at: string | null;
}

/** The file of an import a row; taken away after a while. */
export interface ImportFileTable {
	job_id: string;
	content: Uint8Array;
}

/** One row of the file with what would become of it; rows that change nothing are counted and not kept. */
export interface ImportRowTable {
	job_id: string;
	/** From 0, in the order of the file. */
	position: number;
	state: RowState;
	/** JSON of `RowResult`. */
	result: string;
}

/** What was chosen for one layout of headers a row. */
export interface ImportLayoutTable {
	type: ImportType;
	signature: string;
	/** JSON: column by header, an empty text for one that is left out. */
	choices: string;
	saved_at: string;
}

export interface ImportTables {
	import_job: ImportJobTable;
	import_file: ImportFileTable;
	import_row: ImportRowTable;
	import_layout: ImportLayoutTable;
}
