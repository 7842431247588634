import { citationsOf } from '#db/queries/source.ts';
import { listReportedTotals } from '#db/queries/reported-total.ts';
import { publicSource, publicTotal, type PublicSource, type PublicTotal } from '#domain/public.ts';
import type { ReportedMetric } from '#domain/reported-total.ts';
import { database } from './atlas.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** A published number with the publications behind it. */
export type Reported = { readonly total: PublicTotal; readonly sources: readonly PublicSource[] };

/** The published numbers of a metric that had been published for a day up to `at`, the earliest first. */
export async function reportedTotals({ at, known }: Pick<Reading, 'at' | 'known'>, metric: ReportedMetric): Promise<Reported[]> {
	const all = await remember(`reported ${known}`, async () => {
		const totals = await listReportedTotals(database(), { publicOnly: true, known });
		const cited = await citationsOf(database(), 'reported_total', totals.map(({ id }) => id), { known });
		return totals.flatMap((total) => {
			const shown = publicTotal(total);
			return shown ? [{ total: shown, sources: (cited.get(total.id) ?? []).map(({ source }) => publicSource(source)) }] : [];
		});
	});
	return all.filter(({ total }) => total.metric === metric && total.on <= at);
}
