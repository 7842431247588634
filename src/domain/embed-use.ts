import * as v from 'valibot';
import type { Day } from './day.ts';
import { readEmbedPath } from './embed.ts';
import { originOf } from './framing.ts';

/** What can go wrong where an embed is shown: its script failed, other days could not be read, framing was refused. */
export const EMBED_ERRORS = ['script', 'frames', 'refused'] as const;
export type EmbedError = (typeof EMBED_ERRORS)[number];

/** Which site shows which embed, since when and until when, how large and with what errors. */
export type EmbedUse = {
	readonly host: string;
	readonly path: string;
	readonly firstSeen: Day;
	readonly lastSeen: Day;
	readonly loads: number;
	/** px, as last told. */
	readonly size: { readonly width: number; readonly height: number } | null;
	readonly errors: number;
	readonly lastError: { readonly error: EmbedError; readonly seen: Day } | null;
};

/** One embed seen on one site: what is told of it in one word. */
export type EmbedSeen = Pick<EmbedUse, 'host' | 'path' | 'size'> & { readonly error: EmbedError | null };

const FROZEN = /^frozen\/([\w-]{6,40})$/;

/** The identifier of a frozen embed in a path below `/embed/`; null when the path is none of one. */
export function frozenId(path: string): string | null {
	return FROZEN.exec(path)?.[1] ?? null;
}

/** The path of an embed below `/embed/` from an address in either language; null when it is none. */
export function seenPath(pathname: string): string | null {
	const [, path = ''] = /^(?:\/en)?\/embed\/(.+)$/.exec(pathname) ?? [];
	return readEmbedPath(path) || frozenId(path) !== null ? path : null;
}

const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

const path = v.pipe(
	v.string(),
	v.maxLength(200),
	v.check((text) => seenPath(text) !== null, 'path'),
	v.transform((text) => seenPath(text) as string)
);

const host = v.pipe(
	v.string(),
	v.maxLength(300),
	v.check((text) => !text.includes('*') && originOf(text) !== null, 'origin'),
	v.transform((text) => originOf(text) as string)
);

/** What the script of an embed tells its own site. */
export const seenSchema = v.pipe(
	v.object({ path, host, width: pixels, height: pixels, error: v.nullable(v.picklist(EMBED_ERRORS)) }),
	v.transform(({ width, height, ...seen }): EmbedSeen => ({ ...seen, size: { width, height } }))
);

const address = v.pipe(v.string(), v.maxLength(4000));

/** What a browser reports of an embed that it did not show: whose frame was refused. */
export const refusalSchema = v.pipe(
	v.object({ 'csp-report': v.object({ 'document-uri': address, 'blocked-uri': v.optional(address, ''), referrer: v.optional(address, ''), 'violated-directive': v.pipe(v.string(), v.startsWith('frame-ancestors')) }) }),
	v.transform(({ 'csp-report': report }) => ({
		path: URL.parse(report['document-uri'])?.pathname ?? '',
		host: originOf(report['blocked-uri']) ?? originOf(report.referrer) ?? ''
	})),
	v.object({ path, host }),
	v.transform((refused): EmbedSeen => ({ ...refused, size: null, error: 'refused' }))
);
