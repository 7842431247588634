import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { changePlaylist, createPlaylist, listPlaylists, PlaylistConflict, playlistById, restorePlaylist, retirePlaylist } from '#db/queries/playlist.ts';
import { personNames } from '#db/queries/person.ts';
import type { Trx } from '#db/schema.ts';
import { now } from '#domain/instant.ts';
import { arranged, draftOf, readArrangement, readDraft, type Draft, type DraftFault } from '#domain/playlist-draft.ts';
import { MOST_ITEMS, readPlaylist, type Item } from '#domain/playlist.ts';
import type { Bilingual } from '#domain/locale.ts';
import type { Person } from '#domain/role.ts';
import { playlistId, type SavedPlaylist } from '#domain/saved-playlist.ts';
import { localePath } from '#lib/i18n/address.ts';
import { database } from './atlas.ts';
import { fieldOf } from './form.ts';
import { regionGroups } from './group-coverage.ts';
import { readingOf, type Reading } from './reading.ts';
import { actorOf } from './rights.ts';

/** Characters of one field of a form: more than any sound one has, so that what is too long is told and not cut. */
const MOST_TEXT = 500;

/** A saved playlist as the list shows it; `by` null: whoever changed it is not there any more. */
export type PlaylistItem = Pick<SavedPlaylist, 'id' | 'version' | 'name' | 'changedAt' | 'retiredAt'> & {
	readonly views: number;
	readonly seconds: number;
	readonly by: string | null;
};

/** What the editor of a playlist begins with; `version` 0: it is a new one. */
export type Editing = { readonly version: number; readonly draft: Draft; readonly groups: readonly { readonly id: string; readonly name: Bilingual }[] };

/** What came of a form that was not saved: everything as it was typed, and why. */
export type Refused = {
	readonly draft: Draft;
	readonly version: number;
	readonly faults?: readonly DraftFault[];
	/** What somebody else has saved meanwhile; `draft` null: it is retired. */
	readonly conflict?: { readonly by: string | null; readonly draft: Draft | null };
};

/** Every playlist, those in use and those retired. */
export async function playlists(): Promise<{ inUse: PlaylistItem[]; retired: PlaylistItem[] }> {
	const all = await listPlaylists(database());
	const names = await namesOf(all.map(({ changedBy }) => changedBy));
	const items = all.map(({ items: views, changedBy, ...rest }): PlaylistItem => ({
		...rest,
		views: views.length,
		seconds: views.reduce((sum, { seconds }) => sum + seconds, 0),
		by: names(changedBy)
	}));
	return { inUse: items.filter(({ retiredAt }) => retiredAt === null), retired: items.filter(({ retiredAt }) => retiredAt !== null) };
}

/** The items that the wall plays for an address: those it names, or those of the playlist it names, while that is in use. */
export async function itemsAsked({ searchParams }: Pick<URL, 'searchParams'>): Promise<Item[]> {
	const views = readPlaylist(searchParams.get('views') ?? '');
	const id = playlistId(searchParams.get('playlist'));
	if (views.length > 0 || id === null) return views;
	const saved = await playlistById(database(), id);
	return saved && saved.retiredAt === null ? [...saved.items] : [];
}

/** A new playlist, beginning with the views of an address where it names any. */
export async function newPlaylist(event: RequestEvent): Promise<Editing> {
	const items = readPlaylist(event.url.searchParams.get('views') ?? '');
	return { version: 0, draft: draftOf({ name: '', items: items.length > 0 ? items : readPlaylist('overview~20;map;growth') }), groups: await groupNames(readingOf(event)) };
}

/** A playlist to be edited. Throws 404 where there is none, or it is retired. */
export async function editedPlaylist(event: RequestEvent, id: string): Promise<Editing & Pick<SavedPlaylist, 'name'>> {
	const found = await playlistById(database(), id);
	if (!found || found.retiredAt !== null) error(404, { message: 'no such playlist' });
	return { version: found.version, name: found.name, draft: draftOf({ name: found.name, items: [...found.items] }), groups: await groupNames(readingOf(event)) };
}

async function groupNames(reading: Reading): Promise<Editing['groups']> {
	return (await regionGroups(reading)).map(({ id, name, short }) => ({ id, name: short ?? name }));
}

/** Arranges the rows of a form without saving, for whoever has no script. */
export async function arrangePlaylist({ request }: RequestEvent): Promise<Refused> {
	const { draft, version, form } = await draftOfForm(request);
	const arrangement = readArrangement(fieldOf(form, 'arrange', 20));
	return { draft: { ...draft, rows: arrangement ? arranged(draft.rows, arrangement) : draft.rows }, version };
}

/** Saves a form as a playlist (`id` null: a new one) and goes to the list; or says why it did not. */
export async function savePlaylist(event: RequestEvent, person: Person, id: string | null): Promise<ActionFailure<Refused>> {
	const { draft, version } = await draftOfForm(event.request);
	const read = readDraft(draft);
	if ('faults' in read) return fail(400, { draft, version, faults: read.faults });
	const entry = { at: now(), actor: actorOf(person) };
	try {
		await inTransaction((trx) => (id === null ? createPlaylist(trx, read.input, entry) : changePlaylist(trx, id, version, read.input, entry)));
	} catch (failure) {
		if (!(failure instanceof PlaylistConflict)) throw failure;
		const { current } = failure;
		if (current === null) error(404, { message: 'no such playlist' });
		const by = (await namesOf([current.changedBy]))(current.changedBy);
		const theirs = current.retiredAt === null ? draftOf({ name: current.name, items: [...current.items] }) : null;
		return fail(409, { draft, version: current.version, conflict: { by, draft: theirs } });
	}
	redirect(303, localePath('/staff/playlists', event.locals.locale));
}

/** Retires or restores the playlist that a form names; false: it had been changed meanwhile, and nothing was done. */
export async function turnPlaylist({ request }: RequestEvent, person: Person, change: 'retire' | 'restore'): Promise<boolean> {
	const form = await request.formData();
	const [id, version] = [playlistId(fieldOf(form, 'id', 40)), versionOf(form)];
	if (id === null) error(400, { message: 'which playlist?' });
	const turn = change === 'retire' ? retirePlaylist : restorePlaylist;
	try {
		await inTransaction((trx) => turn(trx, id, version, { at: now(), actor: actorOf(person) }));
		return true;
	} catch (failure) {
		if (failure instanceof PlaylistConflict) return false;
		throw failure;
	}
}

function inTransaction<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
	return database().transaction().execute(work);
}

async function draftOfForm(request: Request): Promise<{ draft: Draft; version: number; form: FormData }> {
	const form = await request.formData();
	const all = (name: string): string[] => form.getAll(name).map((value) => (typeof value === 'string' ? value.slice(0, MOST_TEXT) : ''));
	const [seconds, captions] = [all('seconds'), all('caption')];
	const rows = all('subject').map((subject, i) => ({ subject, seconds: seconds[i] ?? '', caption: captions[i] ?? '' }));
	// One more than may be saved, so that too many are told as such.
	return { draft: { name: fieldOf(form, 'name', MOST_TEXT), rows: rows.slice(0, MOST_ITEMS + 1) }, version: versionOf(form), form };
}

function versionOf(form: FormData): number {
	const text = fieldOf(form, 'version', 10);
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The names of actors of the history; null for what is no person, or none any more. */
export async function namesOf(actors: readonly (string | null)[]): Promise<(actor: string | null) => string | null> {
	const idOf = (actor: string | null): string | null => (actor?.startsWith('person:') ? actor.slice('person:'.length) : null);
	const names = await personNames(database(), actors.flatMap((actor) => idOf(actor) ?? []));
	return (actor) => names.get(idOf(actor) ?? '') ?? null;
}
