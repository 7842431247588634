import { membersById, withMembership } from '#db/queries/member.ts';
import { inLocale, type Bilingual } from '#domain/locale.ts';
import { publicPartner, publicProject, publicSource, publicEvent } from '#domain/public.ts';
import { eventById } from '#db/queries/event.ts';
import { partnerById } from '#db/queries/partner.ts';
import { projectById } from '#db/queries/project.ts';
import { sourceById } from '#db/queries/source.ts';
import { asKnown } from '#db/queries/known.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { database } from '../atlas.ts';
import { memberItem } from '../member-list.ts';
import { placeName } from '../place-name.ts';
import { pointFeatures } from './features.ts';
import { eventColumns, memberColumns, partnerColumns, projectColumns, sourceColumns } from './record-columns.ts';
import { eventsTable, memberRows, membersTable, partnersTable, projectsTable, sourcesTable, type ListName } from './record-rows.ts';
import { tableOf, type Column } from './table.ts';
import type { TableSource, ViewExport } from './view.ts';
import type { Asked } from './words.ts';

const LISTS: readonly ListName[] = ['members', 'projects', 'events', 'partners', 'sources'];

/** The list of a path such as `/members`; null for any other. */
export function listName(path: string): ListName | null {
	return LISTS.find((name) => `/${name}` === path) ?? null;
}

/** The list of members, projects, events, partners or sources as it leaves the site: all of it, under the page's filters. */
export async function listExport(asked: Asked, name: ListName): Promise<ViewExport> {
	const { reading } = asked;
	const { view, locale, at } = reading;
	const { q } = view;
	// As on the page: those that have left are found by search only.
	const members = { q, kind: view.kind, active: q === '' ? true : undefined };
	const table: TableSource = {
		members: () => membersTable(reading, members),
		projects: () => projectsTable(reading, { q, category: view.category, status: view.status }),
		events: () => eventsTable(reading, { q }),
		partners: () => partnersTable(reading, q),
		sources: () => sourcesTable(reading)
	}[name]();
	const made = await table.make({ locale, codes: true });
	const t = openDataText[locale];
	return {
		file: name,
		path: `/${name}`,
		title: t.tables[name],
		sentence: t.listSentence(formatDay(at, locale), t.tables[name], formatNumber(made.rows.length, locale)),
		figures: [{ label: t.tables[name], value: formatNumber(made.rows.length, locale), href: `/${name}` }],
		tables: [table],
		drawing: null,
		features:
			name === 'members'
				? async () =>
						pointFeatures(
							(await memberRows(reading, members)).map(({ member, active }) => ({
								id: member.id,
								nameZh: member.name.zh,
								nameEn: member.name.en,
								kind: member.kind,
								city: member.city,
								cityName: member.city && placeName(member.city, locale, 'short'),
								district: member.district,
								active,
								point: member.point
							}))
						)
				: null
	};
}

type Found = { readonly title: Bilingual; readonly table: TableSource };

function found<Row>(name: ListName, title: Bilingual, columns: readonly Column<Row>[], row: Row): Found {
	return { title, table: { name, make: (wording) => tableOf(name, openDataText[wording.locale].tables[name], columns, [row], wording) } };
}

async function recordOf({ reading }: Asked, name: ListName, id: string): Promise<Found | null> {
	const db = database();
	const { known, at } = reading;
	switch (name) {
		case 'members': {
			const [row] = (await withMembership(asKnown(db, { known }), await membersById(db, [id], { known }), at)).map(memberItem);
			return row ? found(name, row.member.name, memberColumns, row) : null;
		}
		case 'projects': {
			const row = await projectById(db, id, { known });
			return row && found(name, row.title, projectColumns, publicProject(row));
		}
		case 'events': {
			const row = await eventById(db, id, { known });
			return row && found(name, row.title, eventColumns, publicEvent(row));
		}
		case 'partners': {
			const row = await partnerById(db, id, { known });
			return row && found(name, row.name, partnerColumns, publicPartner(row));
		}
		case 'sources': {
			const row = await sourceById(db, id, { known });
			return row && found(name, row.title, sourceColumns, publicSource(row));
		}
	}
}

/** One record as it leaves the site; null where there is none. */
export async function recordExport(asked: Asked, name: ListName, id: string): Promise<ViewExport | null> {
	const record = await recordOf(asked, name, id);
	if (!record) return null;
	const { locale, at } = asked.reading;
	const title = inLocale(record.title, locale);
	return {
		file: `${name}-${id}`,
		path: `/${name}/${id}`,
		title,
		sentence: openDataText[locale].recordSentence(formatDay(at, locale), title),
		figures: [],
		tables: [record.table],
		drawing: null,
		features: null
	};
}
