import type { Day } from '#domain/day.ts';
import type { Instant } from '#domain/instant.ts';
import { newToken } from '../secret.ts';
import type { Db } from '../schema.ts';

/** An embed that never changes again, without its bytes. */
export type FrozenEmbed = {
	readonly id: string;
	/** The address it was frozen from, without origin. */
	readonly address: string;
	readonly label: string;
	/** The day it shows. */
	readonly day: Day;
	readonly createdAt: Instant;
	/** An actor. */
	readonly createdBy: string;
};

/** The bytes of a frozen embed. */
export type FrozenBytes = { readonly html: string; readonly svg: string; readonly png: Buffer };

/** Keeps an embed as it is now, for ever: nothing changes or removes it. */
export async function freeze(db: Db, { address, label, day, createdBy }: Omit<FrozenEmbed, 'id' | 'createdAt'>, { html, svg, png }: FrozenBytes, now: Instant): Promise<FrozenEmbed> {
	const frozen = { id: newToken().slice(0, 12), address, label, day, createdAt: now, createdBy };
	await db
		.insertInto('frozen_embed')
		.values({ id: frozen.id, address, label, shown_day: day, html, svg, png: png.toString('base64'), created_at: now, created_by: createdBy })
		.execute();
	return frozen;
}

/** The bytes of a frozen embed; null when there is none. */
export async function frozenBytes(db: Db, id: string): Promise<FrozenBytes | null> {
	const row = await db.selectFrom('frozen_embed').select(['html', 'svg', 'png']).where('id', '=', id).executeTakeFirst();
	return row ? { html: row.html, svg: row.svg, png: Buffer.from(row.png, 'base64') } : null;
}

/** The newest frozen embeds. */
export async function listFrozen(db: Db, limit = 200): Promise<FrozenEmbed[]> {
	const rows = await db
		.selectFrom('frozen_embed')
		.select(['id', 'address', 'label', 'shown_day', 'created_at', 'created_by'])
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ id: row.id, address: row.address, label: row.label, day: row.shown_day, createdAt: row.created_at, createdBy: row.created_by }));
}
