import { error } from '@sveltejs/kit';
import { IMPORT_TYPES } from '#domain/import/column.ts';
import type { Locale } from '#domain/locale.ts';
import { importText } from '#lib/i18n/import.ts';
import { database, today } from './atlas.ts';
import { exportTable } from './importer/export.ts';

/** The file of an address such as `members.xlsx`, `prospects.csv`, `members-template.xlsx`. Throws 404 for any other. */
export async function exportFile(file: string, locale: Locale): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
	const [, named, template, form] = /^([a-z]+)(-template)?\.(xlsx|csv)$/.exec(file) ?? [];
	const type = IMPORT_TYPES.find((each) => each === named);
	if (!type || (form !== 'xlsx' && form !== 'csv')) error(404, { message: 'no such export' });
	const t = importText[locale];
	const bytes = await exportTable(database(), { type, form, locale, empty: template !== undefined });
	return { name: `${t.types[type]}${template ? ` ${t.template}` : ` ${today()}`}.${form}`, bytes };
}
