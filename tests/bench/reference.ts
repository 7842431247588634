import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cities } from '#geo/regions/city.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';

/** A reference server: where it listens, and how to end it. */
export type Reference = { readonly origin: string; stop(): Promise<void> };

const RAMP = ['#e8eeec', '#bcd6d3', '#8abbb8', '#4f9894', '#1f6f6f'];

/**
 * What a careful person would write by hand for the main question, and no more: one HTML page with a sentence, the map
 * of the 41 cities as inline SVG from the same shapes, each a link, and the table beside it. No script, no font, no other
 * request. `members` are numbers by adcode; a city that is not named has none.
 */
export function referencePage(members: Readonly<Record<string, number>>): string {
	const { width, height, areas, borders } = regionPicture;
	const count = (adcode: string): number => members[adcode] ?? 0;
	const covered = cities.filter(({ adcode }) => count(adcode) > 0).length;
	const most = Math.max(1, ...cities.map(({ adcode }) => count(adcode)));
	const shade = (n: number): string => RAMP[n === 0 ? 0 : Math.min(4, Math.ceil((n / most) * 4))] ?? '';
	const shapes = cities.map(
		({ adcode, zh }) =>
			`<a href="/cities/${adcode}"><path d="${areas[adcode]}" fill="${shade(count(adcode))}">` +
			`<title>${zh} ${count(adcode)}</title></path></a>`
	);
	const rows = cities.map(({ adcode, zh }) => `<tr><td><a href="/cities/${adcode}">${zh}</a><td>${count(adcode)}`);
	return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>成员单位分布</title>
<meta name="description" content="长三角41个城市的成员单位分布"><link rel="icon" href="data:,">
<style>
body{font:16px/1.6 sans-serif;margin:1rem auto;max-width:60rem;padding:0 1rem}
svg{width:100%;height:auto}path{stroke:#fff;stroke-width:8}.p{fill:none;stroke:#555}td{padding:0 1rem 0 0}
</style>
<main><h1>成员单位分布</h1><p>${cities.length}个城市中，${covered}个已有成员单位。</p>
<svg viewBox="0 0 ${width} ${height}" aria-label="成员单位分布图"><g transform="scale(.1)">
${shapes.join('')}<path class="p" d="${borders.province}"/></g></svg>
<table><tr><th>城市<th>成员单位${rows.join('')}</table></main></html>
`;
}

/** A body that is compressed already, and what it is. */
export type Encoded = { readonly body: Buffer; readonly encoding: string; readonly type: string };

/**
 * A bare `node:http` server that sends the same bytes to every request: the most that any program on this runtime could
 * reach. A text is compressed once beforehand and sent as the reader accepts; what is compressed already goes out as it
 * is. On a free port of 127.0.0.1.
 */
export async function serveBytes(page: string | Encoded): Promise<Reference> {
	const choose = typeof page === 'string' ? packed(page) : () => page;
	const answer = (request: IncomingMessage, response: ServerResponse): void => {
		const { body, encoding, type } = choose(String(request.headers['accept-encoding'] ?? ''));
		response.writeHead(200, {
			'content-type': type,
			'content-length': body.length,
			vary: 'accept-encoding',
			...(encoding && { 'content-encoding': encoding })
		});
		response.end(body);
	};
	const server = createServer(answer);
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${port}`,
		stop: () =>
			new Promise((resolve, reject) => {
				server.close((error) => (error ? reject(error) : resolve()));
				server.closeAllConnections();
			})
	};
}

/** The page in every encoding, chosen by what a reader accepts; `encoding` is empty for the plain one. */
function packed(page: string): (accepted: string) => Encoded {
	const type = 'text/html; charset=utf-8';
	const body = Buffer.from(page);
	const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
	const all: readonly Encoded[] = [
		{ type, encoding: 'br', body: brotliCompressSync(body, best) },
		{ type, encoding: 'gzip', body: gzipSync(body, { level: constants.Z_BEST_COMPRESSION }) }
	];
	return (accepted) => all.find(({ encoding }) => accepted.includes(encoding)) ?? { type, encoding: '', body };
}
