import * as v from 'valibot';
import { MOST_CAPTION, MOST_ITEMS, readSubject, SECONDS, USUAL_SECONDS, writeSubject, type Item } from './playlist.ts';
import { playlistSchema, type PlaylistInput } from './saved-playlist.ts';

/** A view of a playlist as somebody is typing it: the subject as an address writes it. */
export type DraftRow = { readonly subject: string; readonly seconds: string; readonly caption: string };

/** A playlist as somebody is typing it. */
export type Draft = { readonly name: string; readonly rows: readonly DraftRow[] };

/** What may be done with the rows of a draft, counted from 0. */
export type Arrangement = { readonly move: 'up' | 'down' | 'remove'; readonly row: number } | { readonly move: 'add' };

/** What is wrong with a draft: with its name, with its rows together (`row` null), or with a part of one row. */
export type DraftFault = {
	readonly field: 'name' | 'rows' | keyof DraftRow;
	readonly row: number | null;
	readonly reason: 'empty' | 'too_long' | 'too_many' | 'subject' | 'seconds';
};

/** Reads `up:2`, `down:0`, `remove:1` or `add`; null for anything else. */
export function readArrangement(text: string): Arrangement | null {
	if (text === 'add') return { move: 'add' };
	const [, move, row] = /^(up|down|remove):(\d{1,2})$/.exec(text) ?? [];
	return move === undefined ? null : { move: move as 'up', row: Number(row) };
}

/** The rows after an arrangement; what cannot be done (beyond the ends, beyond the most) leaves them as they are. */
export function arranged(rows: readonly DraftRow[], arrangement: Arrangement): readonly DraftRow[] {
	if (arrangement.move === 'add') return rows.length < MOST_ITEMS ? [...rows, NEW_ROW] : rows;
	const { move, row } = arrangement;
	const moved = rows[row];
	if (!moved) return rows;
	const rest = rows.toSpliced(row, 1);
	if (move === 'remove') return rest;
	const to = move === 'up' ? row - 1 : row + 1;
	return to < 0 || to > rest.length ? rows : rest.toSpliced(to, 0, moved);
}

const NEW_ROW: DraftRow = { subject: 'overview', seconds: String(USUAL_SECONDS), caption: '' };

/** The draft of a playlist: what its editor begins with. */
export function draftOf({ name, items }: PlaylistInput): Draft {
	return { name, rows: items.map(({ subject, seconds, caption }) => ({ subject: writeSubject(subject), seconds: String(seconds), caption: caption ?? '' })) };
}

/** What a draft says, or everything that is wrong with it. */
export function readDraft({ name, rows }: Draft): { readonly input: PlaylistInput } | { readonly faults: readonly DraftFault[] } {
	const faults: DraftFault[] = rows.flatMap((row, i) => faultsOf(row).map(({ field, reason }) => ({ field, row: i, reason })));
	const items = rows.flatMap((row) => itemOf(row) ?? []);
	const read = v.safeParse(playlistSchema, { name, items: faults.length > 0 ? items.slice(0, MOST_ITEMS) : items });
	if (read.success && faults.length === 0) return { input: read.output };
	for (const issue of read.issues ?? []) {
		const field = issue.path?.[0]?.key === 'name' ? 'name' : 'rows';
		const isOfRows = field === 'rows' && faults.length > 0;
		if (!isOfRows) faults.push({ field, row: null, reason: issue.message === 'too_long' || issue.message === 'too_many' ? issue.message : 'empty' });
	}
	return { faults };
}

function faultsOf({ subject, seconds, caption }: DraftRow): { field: keyof DraftRow; reason: DraftFault['reason'] }[] {
	return [
		...(readSubject(subject) ? [] : [{ field: 'subject', reason: 'subject' } as const]),
		...(secondsOf(seconds) === null ? [{ field: 'seconds', reason: 'seconds' } as const] : []),
		...([...caption.trim()].length > MOST_CAPTION ? [{ field: 'caption', reason: 'too_long' } as const] : [])
	];
}

function itemOf({ subject, seconds, caption }: DraftRow): Item | null {
	const [of, long] = [readSubject(subject), secondsOf(seconds)];
	// In large type a caption is one line.
	return of && long !== null ? { subject: of, seconds: long, caption: caption.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim() || null } : null;
}

function secondsOf(text: string): number | null {
	const seconds = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
	return seconds >= SECONDS.least && seconds <= SECONDS.most ? seconds : null;
}
