import type { RefusalCode } from '#domain/import/table.ts';

/** A file that is not read; `detail` is what the message names: a sheet, a limit. */
export class UnreadableFile extends Error {
	override readonly name = 'UnreadableFile';
	readonly code: RefusalCode;
	readonly detail: string;

	constructor(code: RefusalCode, detail = '') {
		super(`${code}${detail && `: ${detail}`}`);
		this.code = code;
		this.detail = detail;
	}
}
