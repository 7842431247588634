import * as v from 'valibot';

/** Sites that may be listed at most: the list travels with every embed. */
export const MOST_ORIGINS = 100;

const ORIGIN = /^https?:\/\/(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/;

/**
 * The origin that somebody means: a pasted address loses its path, names outside ASCII become what browsers send.
 * `https://*.example.org` stands for every site below example.org. Null when it names no web site.
 */
export function originOf(text: string): string | null {
	// A star is no part of a URL: its place is kept by a name.
	const url = URL.parse(text.trim().replace('://*.', '://any-site.'));
	if (!url || url.username || url.password) return null;
	const origin = text.includes('://*.') ? url.origin.replace('://any-site.', '://*.') : url.origin;
	return ORIGIN.test(origin) ? origin : null;
}

const originSchema = v.pipe(
	v.string(),
	v.maxLength(2000),
	v.check((text) => originOf(text) !== null, 'origin'),
	v.transform((text) => originOf(text) ?? '')
);

/** Where embeds may be framed: anywhere, or only by the pages of these origins (and of this site itself). */
export const framingSchema = v.variant('anywhere', [
	v.object({ anywhere: v.literal(true) }),
	v.object({
		anywhere: v.literal(false),
		origins: v.pipe(
			v.array(originSchema),
			v.maxLength(MOST_ORIGINS),
			v.transform((origins) => [...new Set(origins)])
		)
	})
]);
export type Framing = v.InferOutput<typeof framingSchema>;
export type FramingInput = v.InferInput<typeof framingSchema>;

/** What holds until somebody says otherwise. */
export const DEFAULT_FRAMING: Framing = { anywhere: true };

/** The value of `frame-ancestors` for embeds. */
export function frameAncestors(framing: Framing): string {
	return framing.anywhere ? '*' : ["'self'", ...framing.origins].join(' ');
}

/** May a page of this origin frame embeds, the site's own origin aside? */
export function mayFrame(framing: Framing, origin: string): boolean {
	if (framing.anywhere) return true;
	return framing.origins.some((allowed) => {
		if (!allowed.includes('://*.')) return allowed === origin;
		const [scheme, host] = allowed.split('://*') as [string, string];
		return origin.startsWith(`${scheme}://`) && origin.length > scheme.length + 3 + host.length && origin.endsWith(host);
	});
}
