import { isDay, type Day } from './day.ts';
import type { Adcode } from './place.ts';

/** What one view of the wall is of. Codes and identifiers are checked for their form only. */
export type Subject =
	| { readonly kind: 'overview' | 'map' | 'growth' | 'events' }
	| { readonly kind: 'province' | 'city'; readonly code: Adcode }
	| { readonly kind: 'group'; readonly id: string }
	/** Two days, the earlier first; null: those of the page's own defaults. */
	| { readonly kind: 'compare'; readonly days: readonly [from: Day, to: Day] | null };

/** One item of a playlist: what is shown, for how many seconds, and under which words (null: those of the view). */
export type Item = { readonly subject: Subject; readonly seconds: number; readonly caption: string | null };

/** A view stays so many seconds unless the playlist says otherwise. */
export const USUAL_SECONDS = 15;
/** A view stays between so many seconds; what is asked beyond is taken as the nearest. */
export const SECONDS = { least: 3, most: 3600 } as const;
/** Longer playlists are cut: all their views travel in one page. */
export const MOST_ITEMS = 24;
/** Characters of a caption; the rest is cut. */
export const MOST_CAPTION = 80;

const PLAIN = ['overview', 'map', 'growth', 'events'] as const;

/** Both quotes of each pair, so that a text that went through a word processor still reads as it was meant. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」' };

/**
 * Reads a playlist: `overview;city:320200~12;group:yrd_core_27~20~"Seven of 27"`. Items are parted by `;`; after the
 * subject stand seconds and a caption in any order, each behind `~`. A caption in quotes may hold any character, its own
 * closing quote written twice. Full-width `；：～` count as their narrow forms. What makes no sense is passed over, so a
 * list typed by hand still plays; at most `MOST_ITEMS` are taken.
 */
export function readPlaylist(text: string): Item[] {
	return split(text, ';；')
		.flatMap((item) => readItem(item) ?? [])
		.slice(0, MOST_ITEMS);
}

/** The text of a playlist, which `readPlaylist` reads back; usual seconds are left out. */
export function writePlaylist(items: readonly Item[]): string {
	return items
		.map(({ subject, seconds, caption }) =>
			[
				writeSubject(subject),
				...(seconds === USUAL_SECONDS ? [] : [String(seconds)]),
				...(caption === null ? [] : [`"${caption.replaceAll('"', '""')}"`])
			].join('~')
		)
		.join(';');
}

/** Which turn of so many an address asks for, counted from 0; written from 1. Nonsense is the first. */
export function readTurn(text: string | null, turns: number): number {
	const turn = text !== null && /^\d{1,3}$/.test(text) ? Number(text) : 1;
	return turn >= 1 && turn <= turns ? turn - 1 : 0;
}

function readItem(text: string): Item | null {
	const [first = '', ...rest] = split(text, '~～').map((part) => part.trim());
	const subject = readSubject(first);
	if (!subject) return null;
	let [seconds, caption]: [number, string | null] = [USUAL_SECONDS, null];
	for (const part of rest) {
		if (/^\d{1,9}$/.test(part)) seconds = Math.min(SECONDS.most, Math.max(SECONDS.least, Number(part)));
		else if (part !== '') caption = readCaption(part);
	}
	return { subject, seconds, caption };
}

/** The subject of a text such as `city:320200`, or null. */
export function readSubject(text: string): Subject | null {
	const [, kind = '', , value = null] = /^([a-z]+)([:：](.*))?$/.exec(text) ?? [];
	const plain = PLAIN.find((name) => name === kind);
	if (plain) return value === null ? { kind: plain } : null;
	if (kind === 'province' || kind === 'city') return value !== null && /^\d{6}$/.test(value) ? { kind, code: value } : null;
	if (kind === 'group') return value !== null && /^[a-z0-9][a-z0-9_-]{0,79}$/.test(value) ? { kind, id: value } : null;
	if (kind !== 'compare') return null;
	if (value === null) return { kind, days: null };
	const [from = '', to = ''] = value.split('..');
	if (!isDay(from) || !isDay(to)) return null;
	return { kind, days: from <= to ? [from, to] : [to, from] };
}

/** The text that `readSubject` reads back. */
export function writeSubject(subject: Subject): string {
	if ('code' in subject) return `${subject.kind}:${subject.code}`;
	if ('id' in subject) return `group:${subject.id}`;
	return 'days' in subject && subject.days ? `compare:${subject.days.join('..')}` : subject.kind;
}

/** A caption as it is kept: one line, at most `MOST_CAPTION` characters, without its quotes; null where nothing is left. */
function readCaption(part: string): string | null {
	const close = QUOTES[part[0] ?? ''];
	const bare = close === undefined ? part : part.slice(1, part.endsWith(close) && part.length > 1 ? -1 : undefined).replaceAll(close + close, close);
	// Line breaks and control characters have no place in one line of large type.
	const line = bare.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim();
	return [...line].slice(0, MOST_CAPTION).join('').trim() || null;
}

/** Parts of a text between separators that stand outside quotes. A quote opens only at the beginning of a part after `~`. */
function split(text: string, separators: string): string[] {
	const parts: string[] = [];
	let part = '';
	let close: string | undefined;
	let opens = false;
	for (const c of text) {
		if (close !== undefined) {
			if (c === close) close = undefined;
			part += c;
			opens = false;
			continue;
		}
		if (separators.includes(c)) {
			parts.push(part);
			part = '';
		} else part += c;
		// A quote written twice closes and opens again at once.
		if (QUOTES[c] !== undefined && (opens || part.at(-2) === c)) close = QUOTES[c];
		opens = '~～'.includes(c) || (opens && c === ' ');
	}
	return [...parts, part];
}
