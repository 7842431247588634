import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** A stream of events never ends: it is text that must be sent as it comes. */
const TEXT = /^(text\/(?!event-stream)|application\/(json|xml|geo\+json|javascript|atom\+xml)|image\/svg)/;

/** Above this many bytes a tenth of a second more of packing saves a tenth of the bytes; the answer is kept afterwards. */
const LARGE = 200_000;

/** Below this many bytes a compressed answer is hardly smaller. */
const SMALLEST = 1024;

/**
 * Compresses a text answer with what the reader accepts (brotli before gzip); anything else is passed on as it is.
 * `thorough`: as small as it gets in reasonable time, for what must be light and is kept.
 */
export async function compress(request: Request, response: Response, thorough = false): Promise<Response> {
	if (!response.body || response.status === 304 || response.headers.has('content-encoding')) return response;
	if (!TEXT.test(response.headers.get('content-type') ?? '')) return response;
	response.headers.append('vary', 'accept-encoding');
	// The same page in other bytes: its tag tells pages apart, not bytes.
	const etag = response.headers.get('etag');
	if (etag?.startsWith('"')) response.headers.set('etag', `W/${etag}`);
	const accepted = request.headers.get('accept-encoding') ?? '';
	const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
	if (!encoding || request.method === 'HEAD') return response;
	const body = Buffer.from(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	const packed =
		body.length < SMALLEST
			? body
			: encoding === 'br'
				? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: thorough || body.length > LARGE ? 10 : 8, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
				: await deflate(body, { level: 7 });
	if (packed !== body) headers.set('content-encoding', encoding);
	headers.set('content-length', String(packed.length));
	return new Response(new Uint8Array(packed), { status: response.status, statusText: response.statusText, headers });
}
