import { membersAt } from '#domain/cube.ts';
import { now } from '#domain/instant.ts';
import { USUAL_SECONDS, type Item, type Subject } from '#domain/playlist.ts';
import { MOST_QR_BYTES, qrCode } from '#domain/qr.ts';
import { city } from '#geo/regions/city.ts';
import { province } from '#geo/regions/province.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { qrPath } from '#lib/picture/wall/qr-path.ts';
import type { Turn, Wall, WallView } from '#lib/picture/wall/turn.ts';
import { cityCube } from './cube.ts';
import { regionGroups } from './group-coverage.ts';
import { stampOf } from './live.ts';
import { part } from './part.ts';
import { itemsAsked } from './playlist.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';
import { areaOnWall } from './wall-area.ts';
import { compareOnWall } from './wall-compare.ts';
import { overviewOnWall } from './wall-overview.ts';

/** Without a playlist the wall shows this many of the cities with the most members. */
const CITIES = 2;
/** The first view of that playlist holds the most, and stays longer. */
const FIRST_SECONDS = 20;

/**
 * What the wall shows: the playlist of the address, or the saved one it names, as far as that names what exists, otherwise one of its own. A view that
 * fails is told as such and the others stand. `origin` is where a phone finds the site.
 */
export async function wall(reading: Reading, { searchParams, origin }: Pick<URL, 'searchParams' | 'origin'>): Promise<Wall> {
	// Before anything is read: what is written meanwhile makes the stamp stale, never the figures.
	const [stamp, served] = [await stampOf(), now()];
	const asked = await existing(reading, await itemsAsked({ searchParams }));
	const items = asked.length > 0 ? asked : await usualPlaylist(reading);
	const turns: Turn[] = [];
	for (const { subject, seconds, caption } of items)
		turns.push({
			seconds,
			caption,
			view: await part(`wall ${subject.kind}`, () => viewOf(reading, subject)),
			phone: await phone(origin + linkTo(pageOf(subject), reading.locale, reading.view, filtersOf(reading, subject)))
		});
	return { turns, at: reading.at, stamp, served };
}

async function existing(reading: Reading, items: readonly Item[]): Promise<Item[]> {
	const groups = new Set((await regionGroups(reading)).map(({ id }) => id));
	return items.filter(({ subject }) => {
		if (subject.kind === 'city') return city(subject.code) !== undefined;
		if (subject.kind === 'province') return province(subject.code) !== undefined;
		return !('id' in subject) || groups.has(subject.id);
	});
}

/** Everything at once, then its parts, the widest region group, the leading cities, and the latest events. */
async function usualPlaylist(reading: Reading): Promise<Item[]> {
	const cube = await cityCube(reading);
	const leading = [...cube.series.keys()]
		.flatMap((code) => (code === null ? [] : [{ code, members: membersAt(cube, reading.at, { places: [code] }) }]))
		.filter(({ members }) => members > 0)
		.sort((a, b) => b.members - a.members || (a.code < b.code ? -1 : 1))
		.slice(0, CITIES);
	const groups = (await regionGroups(reading)).slice(0, 1);
	const subjects: Subject[] = [
		{ kind: 'overview' },
		{ kind: 'map' },
		{ kind: 'growth' },
		...groups.map(({ id }) => ({ kind: 'group', id }) as const),
		...leading.map(({ code }) => ({ kind: 'city', code }) as const),
		{ kind: 'events' }
	];
	return subjects.map((subject) => ({ subject, seconds: subject.kind === 'overview' ? FIRST_SECONDS : USUAL_SECONDS, caption: null }));
}

async function viewOf(reading: Reading, subject: Subject): Promise<WallView> {
	if ('code' in subject || 'id' in subject) {
		const area = await areaOnWall(reading, subject);
		if (!area) throw new Error(`nothing to show of ${JSON.stringify(subject)}`);
		return area;
	}
	return subject.kind === 'compare' ? compareOnWall(reading, subject) : overviewOnWall(reading, subject);
}

/** The page of the site that shows the same. */
function pageOf(subject: Subject): string {
	switch (subject.kind) {
		case 'province':
			return `/provinces/${subject.code}`;
		case 'city':
			return `/cities/${subject.code}`;
		case 'group':
			return `/groups/${subject.id}`;
		case 'events':
			return '/events';
		case 'compare':
			return '/compare';
		default:
			return '/';
	}
}

/** The filters that a page takes over from the wall: the dashboard all of them, a page of an area the kind. */
function filtersOf({ view }: Reading, subject: Subject): Partial<Reading['view']> {
	if (pageOf(subject) === '/') return { ...view, theme: 'auto', q: '', after: null };
	if (subject.kind === 'compare') {
		const [from, to] = subject.days ?? [view.from, view.to];
		return { theme: 'auto', from, to };
	}
	return { theme: 'auto', ...('code' in subject || 'id' in subject ? { kind: view.kind } : {}) };
}

/** Null for an address that is too long for a code. */
function phone(href: string): Promise<Turn['phone']> {
	return remember(`qr ${href}`, async () => {
		if (new TextEncoder().encode(href).length > MOST_QR_BYTES) return null;
		const code = qrCode(href);
		return { href, d: qrPath(code), size: code.size };
	});
}
