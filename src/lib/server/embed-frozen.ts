import { freeze, frozenBytes, listFrozen, type FrozenBytes, type FrozenEmbed } from '#db/queries/frozen-embed.ts';
import { embedAddress, type Embed } from '#domain/embed.ts';
import { frozenId } from '#domain/embed-use.ts';
import type { Framing } from '#domain/framing.ts';
import { now } from '#domain/instant.ts';
import { database, today } from './atlas.ts';
import { answer, CACHING, documentAnswer, PICTURE_POLICY } from './embed-answer.ts';
import { embedPage, embedReading } from './embed.ts';
import { embedStill } from './embed-still.ts';
import { png } from './export/png.ts';

const PNG_WIDTH = 1280;

/** Keeps an embed as it is now, for ever; `createdBy` is an actor. Null when its city does not exist. */
export async function freezeEmbed(embed: Embed, label: string, createdBy: string): Promise<FrozenEmbed | null> {
	const { at } = embedReading(embed);
	// Its links lead to the same day, as it was known when it was frozen.
	const dated = { ...embed, view: { ...embed.view, at, known: embed.view.known ?? today() } };
	const [page, svg] = [await embedPage(dated, today()), await embedStill(dated, today())];
	if (!page || svg === null) return null;
	return freeze(database(), { address: embedAddress(dated), label, day: at, createdBy }, { html: page.html, svg, png: await png(svg, PNG_WIDTH) }, now());
}

/** The newest frozen embeds. */
export function frozenEmbeds(): Promise<FrozenEmbed[]> {
	return listFrozen(database());
}

/** Frozen bytes never change, so the last ones asked for are kept. */
const kept = new Map<string, FrozenBytes>();
const MOST_KEPT = 50;

async function bytesOf(id: string): Promise<FrozenBytes | null> {
	const known = kept.get(id) ?? (await frozenBytes(database(), id));
	if (!known) return null;
	kept.delete(id);
	kept.set(id, known);
	if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
	return known;
}

/** Answers `frozen/ID`, `frozen/ID.svg` and `frozen/ID.png`; null when there is none. */
export async function answerFrozen(path: string, allowed: Framing, request: Request): Promise<Response | null> {
	const [, below = path, shape = 'html'] = /^(.*)\.(svg|png)$/.exec(path) ?? [];
	const id = frozenId(below);
	const bytes = id === null ? null : await bytesOf(id);
	if (!bytes) return null;
	const caching = CACHING.frozen;
	if (shape === 'svg') return answer(bytes.svg, { type: 'image/svg+xml', caching, request, more: PICTURE_POLICY });
	if (shape === 'png') return answer(new Uint8Array(bytes.png), { type: 'image/png', caching, request });
	// The policy names the rules that the bytes hold; who may frame them is asked anew.
	const styles = /<style>([^]*?)<\/style>/.exec(bytes.html)?.[1] ?? '';
	return documentAnswer({ html: bytes.html, styles }, allowed, { caching, request });
}
