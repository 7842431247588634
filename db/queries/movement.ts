import { sql } from 'kysely';
import type { Movement } from '#domain/cube.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';

/** How many members of each kind joined and left in each city on each day; `place` is null where no city is known. */
export async function movements(db: Db, options: Known = {}): Promise<Movement[]> {
	return movementsBy(db, 'city', options);
}

/** The same in each district; `place` is null where the district is not known. */
export async function movementsByDistrict(db: Db, options: Known = {}): Promise<Movement[]> {
	return movementsBy(db, 'district', options);
}

async function movementsBy(db: Db, level: 'city' | 'district', options: Known): Promise<Movement[]> {
	const rows = await asKnown(db, options)
		.selectFrom('movement')
		.select([sql<string | null>`nullif(${sql.ref(level)}, '')`.as('place'), 'kind', 'day'])
		.select((eb) => [eb.fn.sum<number>('joined').as('joined'), eb.fn.sum<number>('gone').as('gone')])
		.groupBy([level, 'kind', 'day'])
		.orderBy('day')
		.orderBy('kind')
		.orderBy(level)
		.execute();
	return rows.map((row) => ({ place: row.place, kind: row.kind, on: row.day, joined: row.joined, left: row.gone }));
}
