import { promisify } from 'node:util';
import { zip, type AsyncZippable } from 'fflate';
import { listMembers } from '#db/queries/member.ts';
import { listMemberships } from '#db/queries/membership.ts';
import { kindsAt } from '#domain/cube.ts';
import type { Locale } from '#domain/locale.ts';
import { LICENCE } from '#domain/licence.ts';
import { publicMembership, publicTotal, type MemberItem } from '#domain/public.ts';
import { listReportedTotals } from '#db/queries/reported-total.ts';
import { cities } from '#geo/regions/city.ts';
import { archiveReadme } from '#lib/i18n/archive.ts';
import { citeApa, citeGbt } from '#lib/i18n/citation.ts';
import { columnLabel, type ColumnCode } from '#lib/i18n/column.ts';
import { commonText } from '#lib/i18n/common.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { database } from '../atlas.ts';
import { cityCube } from '../cube.ts';
import { regionGroups } from '../group-coverage.ts';
import { memberItem } from '../member-list.ts';
import type { Reading } from '../reading.ts';
import { areaColumns } from './area-columns.ts';
import { toCsv } from './csv.ts';
import { every } from './every.ts';
import { areaFeatures } from './features.ts';
import { areaProperties } from './properties.ts';
import { citationColumns, eventColumns, groupColumns, memberColumns, membershipColumns, partnerColumns, projectColumns, sourceColumns, totalColumns, type CitationRow } from './record-columns.ts';
import { eventRows, partnerRows, projectRows, sourceRows } from './record-rows.ts';
import { tableOf, type Column, type Table } from './table.ts';
import { publisherName, type Asked } from './words.ts';

const pack = promisify<AsyncZippable, Uint8Array>(zip);

/** Everything public is in it, so that nothing depends on when it began: every day up to this one counts. */
const EVER = '9999-12-31';

/** The whole public record as a zip: a CSV for each kind of record, the cities with their outlines, a dictionary, sources, licence. */
export async function archive(asked: Asked): Promise<Uint8Array> {
	const { reading } = asked;
	const tables = await recordTables(reading);
	const cube = await cityCube(reading);
	const rows = cities.map(({ adcode }) => ({ code: adcode, kinds: kindsAt(cube, reading.at, { places: [adcode] }) }));
	const all = [...tables, byCode('cities', areaColumns, rows)];
	const files: Record<string, string> = {
		...(await words(asked, all)),
		'dictionary.csv': toCsv(dictionary(all)),
		...Object.fromEntries(all.map((table) => [`${table.name}.csv`, toCsv(table)])),
		'cities.geojson': JSON.stringify(areaFeatures(rows.map(areaProperties)))
	};
	const encoder = new TextEncoder();
	// The day of the data, so that the same record is the same archive.
	const mtime = `${reading.at}T00:00:00`;
	return pack(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [encoder.encode(text), { mtime, level: 6 }]])));
}

function byCode<Row>(name: Table['name'], columns: readonly Column<Row>[], rows: readonly Row[]): Table {
	return tableOf(name, name, columns, rows, { locale: 'zh-CN', codes: true });
}

/** Every kind of public record, those that no longer hold included. */
async function recordTables(reading: Reading): Promise<Table[]> {
	const db = database();
	const { known, at } = reading;
	const ever = { at: EVER, known };
	const members: MemberItem[] = (await every((start) => listMembers(db, { at, known, ...start }))).map(memberItem);
	const memberships = (await every((start) => listMemberships(db, { ...ever, ...start }))).map(publicMembership);
	const [projects, events, partners, sources] = [await projectRows(ever, {}), await eventRows(ever), await partnerRows(ever), await sourceRows(ever)];
	const totals = (await listReportedTotals(db, { publicOnly: true, known })).flatMap((total) => publicTotal(total) ?? []);
	const groups = await regionGroups(reading);
	const cited = (type: string, records: readonly { id: string; citations: readonly { sourceId: string; field: string }[] }[]): CitationRow[] =>
		records.flatMap(({ id, citations }) => citations.map(({ sourceId, field }) => ({ type, id, field, sourceId })));
	return [
		byCode('members', memberColumns, members),
		byCode('memberships', membershipColumns, memberships),
		byCode('projects', projectColumns, projects),
		byCode('events', eventColumns, events),
		byCode('partners', partnerColumns, partners),
		byCode('groups', groupColumns, groups),
		byCode('reported', totalColumns, totals),
		byCode('sources', sourceColumns, sources),
		byCode('citations', citationColumns, [
			...cited('member', members.map(({ member }) => member)),
			...cited('membership', memberships),
			...cited('project', projects),
			...cited('event', events),
			...cited('partner', partners),
			...cited('region_group', groups),
			...cited('reported_total', totals)
		])
	];
}

type Meaning = { readonly table: string; readonly column: ColumnCode };

/** What each column of each file is, in both languages. */
function dictionary(tables: readonly Table[]): Table {
	const rows = tables.flatMap(({ name, columns }) => columns.map(({ code }): Meaning => ({ table: `${name}.csv`, column: code })));
	const columns: Column<Meaning>[] = [
		{ code: 'table', value: ({ table }) => table },
		{ code: 'column', value: ({ column }) => column },
		{ code: 'name_zh', value: ({ column }) => columnLabel(column, 'zh-CN') },
		{ code: 'name_en', value: ({ column }) => columnLabel(column, 'en') }
	];
	return byCode('dictionary', columns, rows);
}

/** The texts that go with the data, in both languages. */
async function words({ reading, origin }: Asked, tables: readonly Table[]): Promise<Record<string, string>> {
	const readme = async (locale: Locale): Promise<string> => {
		const publisher = await publisherName({ locale });
		const address = `${origin}/data.zip${reading.known === null ? '' : `?known=${reading.view.known}`}`;
		const cited = { publisher, title: openDataText[locale].link, at: reading.at, read: reading.today, url: address };
		return archiveReadme(
			{
				publisher,
				on: reading.at,
				known: reading.known === null ? null : reading.view.known,
				address,
				licence: LICENCE.url,
				attribution: `${commonText[locale].attribution} · ${commonText[locale].waterAttribution}`,
				cite: { gbt7714: citeGbt(cited), apa: citeApa(cited) },
				files: tables.map(({ name, rows }) => ({ name: `${name}.csv`, rows: rows.length }))
			},
			locale
		);
	};
	return {
		'README.md': await readme('en'),
		'README.zh-CN.md': await readme('zh-CN'),
		'LICENSE.txt': `${LICENCE.id}\n${LICENCE.url}\n\n${openDataText.en.licenceText}\n\n${openDataText['zh-CN'].licenceText}\n`
	};
}
