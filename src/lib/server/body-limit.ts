import type { IncomingMessage } from 'node:http';

/** Bytes of the largest body that is taken at all: a workbook with what a form adds to it. */
export const LARGEST_BODY = 25_000_000;
const ORDINARY_BODY = 524_288;
const UPLOADS = /^\/(?:en\/)?staff\/import\/?$/;

/**
 * Why the body of a request is not taken, as a status: 413 too large for its address, 411 of a length that is not said
 * where only small ones are taken. Null: it is.
 */
export function bodyRefusal({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): 411 | 413 | null {
	const limit = UPLOADS.test(url.split('?', 1)[0] as string) ? LARGEST_BODY : ORDINARY_BODY;
	if (Number(headers['content-length'] ?? 0) > limit) return 413;
	return headers['transfer-encoding'] !== undefined && limit !== LARGEST_BODY ? 411 : null;
}
