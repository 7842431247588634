import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { parse } from 'parse5';

/** What is wrong with the bytes of an answer of a type, in words; empty when nothing is. Judged by readers that are not our own. */
export function faultsOf(type: string, bytes: Uint8Array): string[] {
	const text = (): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	try {
		switch (type.split(';')[0]) {
			case 'text/html':
				return htmlFaults(text());
			case 'application/json':
				JSON.parse(text());
				return [];
			case 'application/geo+json':
				return geoJsonFaults(JSON.parse(text()) as GeoJson);
			case 'text/csv':
				return csvFaults(text());
			case 'image/svg+xml':
				return [...xmlFaults(text()), ...svgFaults(text())];
			case 'application/atom+xml':
				return [...xmlFaults(text()), ...atomFaults(text())];
			case 'application/xml':
				return xmlFaults(text());
			case 'text/calendar':
				return calendarFaults(text());
			case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
				return workbookFaults(unzipSync(bytes));
			case 'application/zip':
				return Object.keys(unzipSync(bytes)).length > 5 ? [] : ['an archive with hardly a file'];
			case 'image/png':
				return pngFaults(bytes);
			case 'text/plain':
				text();
				return [];
			default:
				return [`a type nobody knows: ${type}`];
		}
	} catch (error) {
		return [`unreadable as ${type}: ${(error as Error).message}`];
	}
}

/** All words inside an answer, those of packed files unpacked. */
export function wordsIn(type: string, bytes: Uint8Array): string {
	if (/zip|spreadsheetml/.test(type)) return Object.entries(unzipSync(bytes)).map(([name, file]) => `${name}\n${new TextDecoder().decode(file)}`).join('\n');
	return type.startsWith('image/png') ? Buffer.from(bytes).toString('latin1') : new TextDecoder().decode(bytes);
}

function htmlFaults(html: string): string[] {
	const faults: string[] = [];
	parse(html, { onParseError: ({ code, startLine, startCol }) => void faults.push(`${code} at ${startLine}:${startCol}`) });
	return faults;
}

function xmlFaults(xml: string): string[] {
	const result = XMLValidator.validate(xml);
	return result === true ? [] : [result.err.msg];
}

type Xml = { '#text'?: string; [name: string]: unknown };

function read(xml: string): Xml {
	return new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' }).parse(xml) as Xml;
}

function svgFaults(svg: string): string[] {
	const root = read(svg)['svg'] as Xml | undefined;
	const faults = root ? [] : ['no svg'];
	if (!/<title[ >]/.test(svg) || !/<desc[ >]/.test(svg)) faults.push('no title or description');
	const tags = (svg.match(/<[^>]+>/g) ?? []).join('');
	if (/<script|<foreignObject|<image|\son\w+=|javascript:|var\(--|(?:xlink:)?href=|url\((?!#)/i.test(tags)) faults.push('a drawing that runs, links or asks for something');
	return faults;
}

function atomFaults(xml: string): string[] {
	const feed = read(xml)['feed'] as Xml;
	const faults = ['title', 'id', 'updated', 'author', 'link'].filter((name) => feed[name] === undefined).map((name) => `a feed without ${name}`);
	const entries = (feed['entry'] ?? []) as Xml[];
	for (const entry of entries)
		for (const name of ['title', 'id', 'updated', 'link', 'summary']) if (entry[name] === undefined || entry[name] === '') faults.push(`an entry without ${name}`);
	if (new Set(entries.map(({ id }) => id)).size !== entries.length) faults.push('two entries of one id');
	if (entries.length === 0) faults.push('a feed without entries');
	return faults;
}

function calendarFaults(text: string): string[] {
	const calendar = new ICAL.Component(ICAL.parse(text));
	const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
	const faults = text.split('\r\n').some((line) => Buffer.byteLength(line) > 75) ? ['a line of more than 75 octets'] : [];
	if (/[^\r]\n/.test(text)) faults.push('a line that ends without CR');
	if (events.length === 0) faults.push('no events');
	for (const event of events) {
		if (!event.uid || !event.summary) faults.push('an event without uid or summary');
		if (!event.startDate.isDate || event.duration.toSeconds() !== 86_400) faults.push(`${event.uid} does not last a day`);
	}
	return faults;
}

type GeoJson = { type: string; features: { type: string; properties: object; geometry: { type: string; coordinates: never } | null }[] };

function geoJsonFaults({ type, features }: GeoJson): string[] {
	const faults = type === 'FeatureCollection' ? [] : [`the type ${type}`];
	const inPlace = ([lon, lat]: number[]): boolean => (lon ?? 0) > 114 && (lon ?? 0) < 124 && (lat ?? 0) > 26 && (lat ?? 0) < 36;
	const area = (ring: number[][]): number => ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)), 0);
	const polygon = (rings: number[][][]): void =>
		rings.forEach((ring, i) => {
			if (ring.length < 4 || String(ring[0]) !== String(ring.at(-1))) faults.push('a ring that is not closed');
			if (area(ring) > 0 !== (i === 0)) faults.push('a ring that winds the wrong way');
			if (!ring.every(inPlace)) faults.push('a place outside the region');
		});
	for (const { geometry, properties } of features) {
		if (typeof properties !== 'object') faults.push('a feature without properties');
		if (geometry === null) continue;
		if (geometry.type === 'Polygon') polygon(geometry.coordinates);
		else if (geometry.type === 'MultiPolygon') (geometry.coordinates as number[][][][]).forEach(polygon);
		else if (geometry.type === 'Point') {
			if (!inPlace(geometry.coordinates)) faults.push('a point outside the region');
		} else if (geometry.type !== 'LineString') faults.push(`a ${geometry.type}`);
	}
	return [...new Set(faults)];
}

/** Reads CSV by RFC 4180, the byte order mark left out. */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [[]];
	for (const [, cell = '', quoted, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g).map(([, q, p, e]) => ['', q === undefined ? p : q.replaceAll('""', '"'), q, e] as const)) {
		if (end === '' && cell === '' && quoted === undefined) break;
		rows.at(-1)?.push(cell);
		if (end === '\r\n') rows.push([]);
	}
	return rows.filter((row) => row.length > 0);
}

function csvFaults(text: string): string[] {
	const rows = readCsv(text);
	const faults = text.startsWith('\ufeff') ? [] : ['no byte order mark'];
	if (new Set(rows.map(({ length }) => length)).size !== 1) faults.push('rows of different lengths');
	for (const cell of rows.flat()) if (/^\s*[=+@＝＋－＠\t\r]/.test(cell) || /^\s*-(?!\d+(\.\d+)?$)/.test(cell)) faults.push(`a cell that begins ${JSON.stringify(cell.slice(0, 8))}`);
	return faults;
}

function workbookFaults(files: Record<string, Uint8Array>): string[] {
	const faults: string[] = [];
	for (const [name, file] of Object.entries(files))
		if (/\.(xml|rels)$/.test(name)) {
			const xml = new TextDecoder().decode(file);
			faults.push(...xmlFaults(xml).map((fault) => `${name}: ${fault}`));
			if (/worksheets\/sheet/.test(name) && /<f[ >]/.test(xml)) faults.push(`${name} holds a formula`);
		}
	if (!Object.keys(files).some((name) => /worksheets\/sheet2/.test(name))) faults.push('a workbook without notes and data');
	return faults;
}

function pngFaults(bytes: Uint8Array): string[] {
	const file = Buffer.from(bytes);
	const faults = file.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' ? [] : ['no PNG signature'];
	if (file.subarray(-8, -4).toString('latin1') !== 'IEND') faults.push('a PNG that is cut off');
	return faults;
}
