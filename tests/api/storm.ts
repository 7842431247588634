import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Revision } from '#domain/record.ts';
import type { FormType } from '#domain/form.ts';
import type { Typed } from '#domain/form-input.ts';
import { blankForm } from '#domain/form-reading.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { recordPath, recordsPath } from '#lib/i18n/record-address.ts';
import type { SignedIn } from '#tests/server/sign-in.ts';

/** A record that is edited: `typed` is its form, `version` and `retired` what the editors have last heard of it. */
export type Edited = { readonly type: FormType; readonly id: string; readonly typed: Typed; version: number; retired: boolean };

/** One form that was sent; its `mark` stands in its reason. */
export type Attempt = {
	readonly mark: string;
	readonly change: Revision['change'];
	readonly actor: string;
	readonly type: FormType;
	/** Null: a new record of which nothing was heard. */
	id: string | null;
	/** The version it was to follow; 0: none. */
	readonly follows: number;
	/** What it says; null where it only retires or restores. */
	readonly typed: Typed | null;
	/** `sent`: the answer never came. */
	fate: 'sent' | 'acknowledged' | 'refused';
	status?: number;
};

/** Who edits what: several edit the first records of `edited`, one alone retires and restores `turned`. */
export type Storm = {
	readonly origin: string;
	readonly editors: readonly SignedIn[];
	readonly edited: readonly Edited[];
	readonly turned: readonly Edited[];
	readonly sources: readonly string[];
	readonly members: readonly string[];
};

/** Forms under way at once. */
const AT_ONCE = 12;
/** The server is killed at any moment of so many milliseconds, not just when it has answered. */
const MOMENTS_MS = 60;
/** Of the records, so many are edited by half of all forms. */
const HOT = 2;
const CITIES = ['310000', '320200', '320400', '320500', '330100', '330400', '330500', '340100'];

const one = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T;
const some = <T>(items: readonly T[], most: number): T[] => [...items].sort(() => randomInt(3) - 1).slice(0, randomInt(most + 1));
const day = (): string => `20${randomInt(20, 26)}-${String(randomInt(1, 13)).padStart(2, '0')}-${String(randomInt(1, 29)).padStart(2, '0')}`;

/**
 * Has the editors send forms, each its next once the last is answered, until `enough` writes are acknowledged; a moment
 * later calls `kill` while the others wait for their answers. Returns all that was sent. Throws where the server answers otherwise than
 * by taking or refusing a form, or is gone before it was killed.
 */
export async function rage(storm: Storm, enough: number, kill: () => void): Promise<Attempt[]> {
	const attempts: Attempt[] = [];
	let over = false;
	let killed = false;
	const work = async (worker: number): Promise<void> => {
		for (let round = 0; !killed; round++) {
			const editor = storm.editors[worker % storm.editors.length] as SignedIn;
			const [attempt, record] = worker === 0 ? turn(storm, editor, round) : round % 5 === 4 ? create(storm, editor) : edit(storm, editor);
			attempts.push(attempt);
			await send(storm.origin, editor, attempt, record).catch((error: unknown) => {
				if (!killed) throw error;
			});
			if (over || attempts.filter(({ fate }) => fate === 'acknowledged').length < enough) continue;
			over = true;
			await pause(randomInt(MOMENTS_MS));
			killed = true;
			kill();
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_ONCE }, (_, worker) => work(worker)));
	} finally {
		killed = true;
	}
	return attempts;
}

function start(editor: SignedIn, of: Pick<Attempt, 'change' | 'type' | 'id' | 'follows' | 'typed'>, mark: string): Attempt {
	return { ...of, mark, actor: `person:${editor.person.id}`, fate: 'sent' };
}

function edit(storm: Storm, editor: SignedIn): [Attempt, Edited] {
	const record = one(randomInt(2) === 0 ? storm.edited.slice(0, HOT) : storm.edited);
	const mark = randomUUID();
	const typed = { ...record.typed, ...changes(storm, record.type), ...common(storm, mark) };
	return [start(editor, { change: 'update', type: record.type, id: record.id, follows: record.version, typed }, mark), record];
}

function create(storm: Storm, editor: SignedIn): [Attempt, null] {
	const mark = randomUUID();
	const typed = { ...blankForm('project'), 'title.zh': [mark], category: ['research'], ...changes(storm, 'project'), ...common(storm, mark) };
	return [start(editor, { change: 'create', type: 'project', id: null, follows: 0, typed }, mark), null];
}

function turn({ turned }: Storm, editor: SignedIn, round: number): [Attempt, Edited] {
	const record = turned[round % turned.length] as Edited;
	return [start(editor, { change: record.retired ? 'restore' : 'retire', type: record.type, id: record.id, follows: record.version, typed: null }, randomUUID()), record];
}

/** What moves a record between the cells that are counted, or its rows in the tables of lists. */
function changes({ members }: Storm, type: FormType): Typed {
	if (type === 'member') return { kind: [one(MEMBER_KINDS)], city: [one(CITIES)], cityBasis: ['stated'], district: [''], districtBasis: ['unknown'], point: [''] };
	if (type === 'membership') return { 'joined.on': [day()], 'joined.as': ['written'], 'left.on': [''], 'left.as': ['none'] };
	if (type !== 'project') return {};
	const cities = some(CITIES, 6);
	return { cities, 'cities.order': [cities.join(' ')], memberIds: some(members, 5).map((id) => `#${id}`), amountCny: [String(randomInt(1e9))] };
}

function common({ sources }: Storm, mark: string): Typed {
	const cited = some(sources, 4);
	return { 'remark.zh': [mark], 'citations.source': cited.map((id) => `#${id}`), 'citations.field': cited.map(() => '') };
}

const ACTIONS = { create: 'save', update: 'save', retire: 'retire', restore: 'restore' } as const;
const DONE = { create: 'created', update: 'saved', retire: 'retired', restore: 'restored' } as const;

/** Sends a form as a browser without script does, and notes what became of it. */
async function send(origin: string, { cookie }: SignedIn, attempt: Attempt, record: Edited | null): Promise<void> {
	const { change, type, id, follows, mark } = attempt;
	const body = new URLSearchParams(Object.entries(attempt.typed ?? {}).flatMap(([name, texts]) => texts.map((text) => [name, text])));
	body.append('reason', mark);
	if (change !== 'create') body.append('version', String(follows));
	const at = id === null ? `${recordsPath(type)}/new` : recordPath(type, id);
	const response = await fetch(`${origin}${at}?/${ACTIONS[change]}`, { method: 'POST', body, redirect: 'manual', headers: { origin, cookie, accept: 'text/html' } });
	attempt.status = response.status;
	const { pathname, searchParams } = new URL(response.headers.get('location') ?? '', `${origin}/`);
	if (response.status === 303 && searchParams.get('done') === DONE[change]) {
		attempt.fate = 'acknowledged';
		attempt.id = pathname.split('/').at(-1) ?? '';
		if (record) record.version = Math.max(record.version, follows + 1);
		if (record && attempt.typed === null) record.retired = change === 'retire';
		await response.text();
		return;
	}
	if (response.status !== 409 && response.status !== 422) throw new Error(`${change} of ${type} ${id}: ${response.status} ${pathname} ${(await response.text()).slice(0, 200)}`);
	attempt.fate = 'refused';
	const answer = await response.text();
	const heard = /name="version" value="(\d+)"/.exec(answer)?.[1];
	if (record && heard) record.version = Math.max(record.version, Number(heard));
}
