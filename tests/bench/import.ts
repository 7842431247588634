import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcel from 'read-excel-file/node';
import { openDatabase } from '#db/connection.server.ts';
import { saveRecords } from '#db/queries/record-bulk.ts';
import type { Db } from '#db/schema.ts';
import { formOf, recognise } from '#domain/import/header.ts';
import { MEMBER_COLUMNS } from '#domain/import/column.ts';
import { cities } from '#geo/regions/city.ts';
import { analyse } from '#lib/server/importer/analysis.ts';
import { exportTable } from '#lib/server/importer/export.ts';
import { readTable } from '#lib/server/importer/reader.ts';
import { writeWorkbook, type OutCell } from '#lib/server/importer/workbook-writer.ts';
import type { Figure, Measurement } from './figure.ts';
import { paired } from './median.ts';
import { fillWithMembers } from './members.ts';
import { TODAY } from './subject.ts';

const ROWS = 20_000;
const PAIRS = 5;

/** A workbook of so many rows, half of them members that stand in the record. */
async function workbook(db: Db): Promise<Buffer> {
	const [known] = await readTable(await exportTable(db, { type: 'members', form: 'xlsx', locale: 'zh-CN' }), { name: 'x' });
	const [, ...rows] = known?.rows.map(({ cells }) => cells as readonly OutCell[]) ?? [];
	const made = Array.from({ length: ROWS - Math.min(rows.length, ROWS / 2) }, (_, i) => newRow(i));
	return writeWorkbook('成员', MEMBER_COLUMNS.map(({ zh }) => zh), [...rows.slice(0, ROWS / 2), ...made]);
}

const NEW: Readonly<Record<string, (i: number) => string>> = {
	name: (i) => `示例${cities[i % cities.length]?.zhShort}生态与水资源联合研究中心第${i}分中心`,
	kind: () => '研究院所',
	city: (i) => cities[i % cities.length]?.zh ?? '',
	joined: (i) => `2024年${(i % 12) + 1}月`,
	remark: (i) => `第${i}号，示例数据`
};

function newRow(i: number): OutCell[] {
	return MEMBER_COLUMNS.map(({ id }) => NEW[id]?.(i) ?? null);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** How long an import takes beside reading the same file alone by a library made for that. */
export const importing: Measurement = {
	name: 'import',
	about: `a workbook of ${ROWS.toLocaleString('en')} rows compared with the record, beside read-excel-file reading it; medians of ${PAIRS} pairs`,
	async measure() {
		const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
		const url = `sqlite:${join(folder, 'atlas.db')}`;
		await fillWithMembers(url, ROWS);
		const db = openDatabase(url);
		try {
			const file = await workbook(db);
			const read = () => timed(() => readExcel(file));
			const whole = await paired(PAIRS, () => timed(() => compare(db, file)), read);
			const alone = await paired(PAIRS, () => timed(() => readTable(file, { name: 'x' })), read);
			const { writes } = await compare(db, file);
			const entry = { at: '2026-11-22T04:00:00.000Z', actor: 'bench', reason: 'bench', batchId: 'bench' };
			const written = await timed(() => db.transaction().execute((trx) => saveRecords(trx, writes, entry)));
			const beside = (value: number) => ({ what: 'read-excel-file', value });
			return [
				{ what: 'read', unit: 'ms', measured: alone.measured, reference: beside(alone.reference), ratio: alone.ratio },
				{ what: 'read, checked, compared', unit: 'ms', measured: whole.measured, reference: beside(whole.reference), ratio: whole.ratio, budget: { of: 'ratio', most: 3 } },
				{ what: `written, ${writes.length.toLocaleString('en')} records in one transaction`, unit: 'ms', measured: written }
			] satisfies Figure[];
		} finally {
			await db.destroy();
			rmSync(folder, { recursive: true, force: true });
		}
	}
};

async function compare(db: Db, file: Buffer) {
	const sheets = await readTable(file, { name: 'x' });
	const forms = sheets.map((sheet) => formOf(sheet, 'members'));
	const mappings = forms.map((form) => recognise(form, 'members'));
	const analysis = await analyse(db, sheets, { type: 'members', forms, layout: { mappings, blank: 'keep' }, decisions: {}, today: TODAY });
	const { counts } = analysis;
	if (counts.rejected > 0 || counts.new + counts.same + counts.duplicate !== ROWS) throw new Error(`not what was to be measured: ${JSON.stringify(counts)}`);
	return analysis;
}
