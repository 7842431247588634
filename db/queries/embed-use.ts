import type { Day } from '#domain/day.ts';
import type { EmbedError, EmbedSeen, EmbedUse } from '#domain/embed-use.ts';
import type { EmbedUseTable } from '../schema-embeds.ts';
import type { Db } from '../schema.ts';

/** Pairs of a site and an embed that are kept; beyond, those not seen for longest go. */
export const MOST_USES = 2000;

/** Adds what was seen on a day: a new pair, or one more time of a known one. `times`: how often, at least once. */
export async function recordUse(db: Db, { host, path, size, error }: EmbedSeen, day: Day, times = 1): Promise<void> {
	const failed = error === null ? 0 : times;
	const loads = times - failed;
	await db
		.insertInto('embed_use')
		.values({
			host,
			path,
			first_seen: day,
			last_seen: day,
			loads,
			width: size?.width ?? null,
			height: size?.height ?? null,
			errors: failed,
			last_error: error,
			last_error_seen: error === null ? null : day
		})
		.onConflict((conflict) =>
			conflict.columns(['host', 'path']).doUpdateSet((eb) => ({
				last_seen: day,
				loads: eb('embed_use.loads', '+', loads),
				errors: eb('embed_use.errors', '+', failed),
				...(size && { width: size.width, height: size.height }),
				...(error && { last_error: error, last_error_seen: day })
			}))
		)
		.execute();
}

/** Removes the pairs beyond the most that are kept. */
export async function trimUses(db: Db, most = MOST_USES): Promise<void> {
	const first = await db.selectFrom('embed_use').select(['last_seen', 'host', 'path']).orderBy('last_seen', 'desc').orderBy('host').orderBy('path').offset(most).limit(1000).execute();
	for (const { host, path } of first) await db.deleteFrom('embed_use').where('host', '=', host).where('path', '=', path).execute();
}

/** Every site and embed, the last seen first. */
export async function listUses(db: Db): Promise<EmbedUse[]> {
	return (await db.selectFrom('embed_use').selectAll().orderBy('last_seen', 'desc').orderBy('host').orderBy('path').execute()).map(useOf);
}

function useOf(row: EmbedUseTable): EmbedUse {
	return {
		host: row.host,
		path: row.path,
		firstSeen: row.first_seen,
		lastSeen: row.last_seen,
		loads: row.loads,
		size: row.width === null || row.height === null ? null : { width: row.width, height: row.height },
		errors: row.errors,
		lastError: row.last_error === null || row.last_error_seen === null ? null : { error: row.last_error as EmbedError, seen: row.last_error_seen }
	};
}
