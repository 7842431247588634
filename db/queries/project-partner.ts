import type { Day } from '#domain/day.ts';
import type { Adcode } from '#domain/place.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { selectProjects } from './project.ts';

/** Distinct outside partners of the projects known to have begun by `at`, by the cities that the projects name. */
export async function partnersByCity(db: Db, filter: Known & { readonly at: Day }): Promise<Map<Adcode, number>> {
	const rows = await selectProjects(asKnown(db, filter), filter)
		.innerJoin('project_city', 'project_city.project_id', 'project.id')
		.innerJoin('project_partner', 'project_partner.project_id', 'project.id')
		.innerJoin('partner', 'partner.id', 'project_partner.partner_id')
		.where('partner.retired_at', 'is', null)
		.select('project_city.city as city')
		.select((eb) => eb.fn.count<number>('project_partner.partner_id').distinct().as('partners'))
		.groupBy('project_city.city')
		.orderBy('project_city.city')
		.execute();
	return new Map(rows.map(({ city, partners }) => [city, partners]));
}
