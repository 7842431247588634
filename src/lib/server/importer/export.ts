import { listPeople } from '#db/queries/person.ts';
import { standingMemberships } from '#db/queries/import-subject.ts';
import { allRecords } from '#db/queries/read.ts';
import type { Db } from '#db/schema.ts';
import { columnsOf, type Column, type ImportType } from '#domain/import/column.ts';
import { memberValue } from '#domain/import/member-row.ts';
import { prospectValue } from '#domain/import/prospect-plan.ts';
import type { Value } from '#domain/import/value.ts';
import type { Locale } from '#domain/locale.ts';
import { importText } from '#lib/i18n/import.ts';
import { csvCell } from './answer-csv.ts';
import { harmless } from './csv.ts';
import { shownValue, telling, type Naming } from './shown.ts';
import { writeWorkbook, type OutCell } from './workbook-writer.ts';

/** The names by which exports refer to events and people. */
export async function namingOf(db: Db): Promise<Naming> {
	const [events, people] = await Promise.all([allRecords(db, 'event'), listPeople(db)]);
	return {
		events: telling(events.map(({ id, title }) => [id, title.zh])),
		people: telling(people.filter(({ deactivatedAt }) => deactivatedAt === null).map(({ id, name }) => [id, name]))
	};
}

/** The record of one type in the columns that imports read; without rows it is a template. */
export async function exportTable(db: Db, { type, form, locale, empty = false }: { type: ImportType; form: 'xlsx' | 'csv'; locale: Locale; empty?: boolean }): Promise<Buffer> {
	const columns = columnsOf(type).filter(({ form: kind }) => !empty || kind !== 'id');
	const header = columns.map(({ zh, en }) => (locale === 'en' ? en : zh));
	const naming = await namingOf(db);
	const rows = empty ? [] : (await valuesOf(db, type)).map((value) => columns.map((column) => cellOf(column, value(column.id), locale, naming)));
	if (form === 'xlsx') return writeWorkbook(importText[locale].types[type], header, rows);
	const lines = [header, ...rows].map((cells) => cells.map((cell) => csvCell(harmless(String(cell ?? '')), ',')).join(','));
	return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

function cellOf(column: Column, value: Value, locale: Locale, naming: Naming): OutCell {
	return typeof value === 'number' && column.form === 'degrees' ? value : shownValue(column, value, locale, naming) || null;
}

/** For each row what it says in a column: a member with each of its memberships, or a prospect. */
async function valuesOf(db: Db, type: ImportType): Promise<((column: string) => Value)[]> {
	if (type === 'prospects') return (await allRecords(db, 'prospect')).map((prospect) => (column) => prospectValue(column, prospect));
	const members = await allRecords(db, 'member');
	const memberships = await standingMemberships(db, members.map(({ id }) => id));
	return members.flatMap((member) => {
		const own = memberships.get(member.id)?.map(({ record }) => record) ?? [null];
		return own.map((membership) => (column: string) => memberValue(column, member, membership));
	});
}
