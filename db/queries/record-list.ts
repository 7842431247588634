import { sql, type SqlBool } from 'kysely';
import type { FormType } from '#domain/form.ts';
import type { Instant } from '#domain/instant.ts';
import type { Db } from '../schema.ts';
import type { RecordOf } from '../shapes/shape.ts';
import { matches } from './matching.ts';
import { cut, readCursor, type Page, type PageStart } from './page.ts';
import { assemble } from './read.ts';

/** Orders of the list: by name, or the latest change first. */
export const RECORD_ORDERS = ['name', 'changed'] as const;
export type RecordOrder = (typeof RECORD_ORDERS)[number];

export type RecordFilter = PageStart & { readonly q?: string; readonly retired?: boolean; readonly order?: RecordOrder };

/** A record as staff see it in a list, retired or not, with when it was last changed. */
export type ListedRecord<T extends FormType> = { readonly record: RecordOf[T]; readonly version: number; readonly retired: boolean; readonly changedAt: Instant };

/** By what a type is ordered and searched, in SQL: of memberships, the name of their member. */
const MEMBER = (column: string): string => `(select m.${column} from member m where m.id = record.member_id)`;
const KEYS: Readonly<Record<FormType, { readonly name: string; readonly search: string; readonly descending?: boolean }>> = {
	member: { name: 'pinyin', search: 'search' },
	membership: { name: `${MEMBER('pinyin')} || ' ' || joined_on`, search: MEMBER('search') },
	event: { name: `coalesce(held_on, '')`, search: 'search', descending: true },
	project: { name: 'pinyin', search: 'search' },
	partner: { name: 'pinyin', search: 'search' },
	source: { name: `coalesce(published_on, '')`, search: 'search', descending: true },
	reported_total: { name: 'reported_on', search: `metric || ' ' || reported_on || ' ' || value`, descending: true },
	region_group: { name: 'id', search: `lower(id || ' ' || name_zh || ' ' || coalesce(name_en, '') || ' ' || coalesce(short_zh, ''))` }
};

/** Records of a type that are in use, or the retired ones, a page at a time: events, sources and totals latest first. */
export async function listRecords<T extends FormType>(db: Db, type: T, { q = '', retired = false, order = 'name', limit, after }: RecordFilter): Promise<Page<ListedRecord<T>>> {
	const { name, search, descending = false } = KEYS[type];
	const down = order === 'changed' || descending;
	const from = db
		.selectFrom((eb) =>
			eb
				.selectFrom(`${type as 'member'} as record`)
				.selectAll('record')
				.select([sql<string>`${sql.raw(name)}`.as('name_key'), sql<string>`${sql.raw(search)}`.as('search_key')])
				.select((inner) =>
					inner
						.selectFrom('revision')
						.select((of) => of.fn.max<number>('revision.id').as('latest'))
						.where('revision.record_type', '=', type)
						.whereRef('revision.record_id', '=', 'record.id')
						.as('changed_key')
				)
				.where('record.retired_at', retired ? 'is not' : 'is', null)
				.as('listed')
		)
		.$if(q.trim() !== '', (query) => query.where(matches('search_key', q)));
	const key = order === 'changed' ? 'changed_key' : 'name_key';
	const read = readCursor(after, 2);
	const fits = read && typeof read[1] === 'string' && (order === 'changed' ? Number.isSafeInteger(read[0]) : typeof read[0] === 'string');
	const cursor = fits ? read : null;
	const rows = await from
		.selectAll()
		.select((eb) => eb.selectFrom('revision').select('recorded_at').whereRef('revision.id', '=', 'listed.changed_key').as('changed_at'))
		.$if(cursor !== null, (query) => query.where(sql<SqlBool>`(${sql.ref(key)}, id) ${sql.raw(down ? '<' : '>')} (${cursor?.[0]}, ${cursor?.[1]})`))
		.orderBy(key, down ? 'desc' : 'asc')
		.orderBy('id', down ? 'desc' : 'asc')
		.limit(limit + 1)
		.execute();
	const { total } = await from.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const page = cut(rows, limit, (row) => [row[key] ?? '', row.id]);
	const records = await assemble(db, type, page.rows);
	return {
		total,
		next: page.next,
		items: page.rows.map(({ version, retired_at, changed_at }, i) => ({ record: records[i]!, version, retired: retired_at !== null, changedAt: changed_at ?? '' }))
	};
}
