import { recordCounts } from '#db/queries/count.ts';
import { listRecords, RECORD_ORDERS, type RecordOrder } from '#db/queries/record-list.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { FORM_TYPES, type FormType } from '#domain/form.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { recordPath } from '#lib/i18n/record-address.ts';
import { recordText } from '#lib/i18n/record.ts';
import { database } from './atlas.ts';
import { momentWords } from './moment.ts';
import { inWords, namesIn, type Plain } from './record-words.ts';

const PAGE = 50;

/** Every type kept by forms, with how many of its records are in use. */
export async function recordTypes(): Promise<{ type: FormType; records: number }[]> {
	const counts = await recordCounts(database());
	return FORM_TYPES.map((type) => ({ type, records: counts[type] }));
}

/** What a list tells of its records beside their names. */
const BESIDE: Readonly<Record<FormType, readonly string[]>> = {
	member: ['kind', 'city'],
	membership: ['joined', 'left'],
	event: ['held', 'city'],
	project: ['category', 'since'],
	partner: ['kind', 'seat'],
	source: ['publisher', 'published'],
	reported_total: ['qualifier', 'value'],
	region_group: ['asOf']
};

/** A record in a list of staff: its name, what stands beside it in words, and when it was last changed. */
export type RecordItem = { readonly id: string; readonly name: string; readonly path: string; readonly beside: readonly string[]; readonly version: number; readonly changed: string };

/** A page of a type's records, in use or retired. */
export async function recordList(type: FormType, query: URLSearchParams, locale: Locale) {
	const q = (query.get('q') ?? '').slice(0, 100);
	const retired = query.get('state') === 'retired';
	const order: RecordOrder = RECORD_ORDERS.find((known) => known === query.get('order')) ?? 'name';
	const after = query.get('after');
	const { items, next, total } = await listRecords(database(), type, { q, retired, order, limit: PAGE, after });
	const named = await recordNames(database(), items.map(({ record: { id } }) => ({ type, id })));
	const names = await namesIn(items.map(({ record }) => ({ type, record: record as unknown as Plain })), locale);
	return {
		q,
		retired,
		order,
		next,
		total,
		isFirst: after === null,
		columns: BESIDE[type],
		items: items.map(({ record, version, changedAt }): RecordItem => {
			const known = named.get(`${type} ${record.id}`);
			const plain = record as unknown as Plain;
			return {
				id: record.id,
				name: known ? inLocale(known.name, locale) : recordText[locale].total(inWords(type, 'metric', plain, locale, names), String(plain['on'])),
				path: recordPath(type, record.id),
				beside: BESIDE[type].map((field) => inWords(type, field, plain, locale, names)),
				version,
				changed: momentWords(changedAt, locale)
			};
		})
	};
}
