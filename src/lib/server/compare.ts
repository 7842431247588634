import { listBatches } from '#db/queries/batch.ts';
import { eventsById } from '#db/queries/event.ts';
import { countMemberChanges, listMemberChanges } from '#db/queries/member-change.ts';
import type { Page } from '#db/queries/page.ts';
import { projectCells } from '#db/queries/project-count.ts';
import { addDays, addMonths, earlier, type Day } from '#domain/day.ts';
import { comparedDays, differenceOf, MOVES, type Days, type Move } from '#domain/difference.ts';
import type { Bilingual } from '#domain/locale.ts';
import { publicEvent, type MemberItem } from '#domain/public.ts';
import { cityCodes } from '#geo/regions/city.ts';
import type { ProjectChange } from '#lib/picture/compare/figures.ts';
import type { Part } from '#lib/picture/part.ts';
import { database } from './atlas.ts';
import { cityCube } from './cube.ts';
import { memberItem, ROWS } from './member-list.ts';
import { part } from './part.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** Batches that are offered as the beginning of a span. */
const BATCHES = 3;

/** A span up to today that somebody is likely to ask for; `batch` names the event it begins with. */
export type Span = { readonly name: 'thisYear' | 'lastYear' | 'whole' | 'batch'; readonly from: Day; readonly batch: Bilingual | null };

/**
 * Two days side by side. The page speaks of the later day: its view says so, and every link from it leads to that day.
 * `after` of the view is the name of a list and the start of its page, such as `joined.WyJ…`.
 */
export async function comparison(reading: Reading) {
	const { view, at, today, known } = reading;
	const cube = await cityCube(reading);
	const days = comparedDays(view, { at, today, first: cube.days[0] ?? null });
	const { from, to } = days;
	const [paged, ...cursor] = view.after?.split('.') ?? [];
	const key = `compare ${known} ${from} ${to}`;
	const moves = await remember(key, () => countMemberChanges(database(), { ...days, known }));
	const list = async (move: Move): Promise<Part<Page<MemberItem>>> => {
		if (moves[move] === 0) return { ok: true, value: { items: [], next: null, total: 0 } };
		const after = paged === move ? cursor.join('.') : null;
		return part(move, () => remember(`${key} ${move} ${after}`, () => movedMembers(days, move, known, after)));
	};
	const lists = await Promise.all(MOVES.map(async (move) => [move, await list(move)] as const));
	return {
		at: to,
		view: { ...view, at: to === today ? null : to, from, to: null },
		difference: differenceOf(cube, cityCodes, days),
		moves,
		projects: await remember(`${key} projects`, () => projectChange(days, known)),
		lists: Object.fromEntries(lists) as Record<Move, Part<Page<MemberItem>>>,
		paged: MOVES.find((move) => move === paged) ?? null,
		spans: await spans(today, cube.days[0] ?? null, known)
	};
}

async function movedMembers(days: Days, move: Move, known: Reading['known'], after: string | null): Promise<Page<MemberItem>> {
	const page = await listMemberChanges(database(), { ...days, move, known, after, limit: ROWS });
	return { ...page, next: page.next && `${move}.${page.next}`, items: page.items.map(memberItem) };
}

/** A project whose beginning nobody reported counts on both days. */
async function projectChange({ from, to }: Days, known: Reading['known']): Promise<ProjectChange> {
	const cells = await projectCells(database(), { at: to, known });
	const sum = (counts: (since: Day | null) => boolean): number =>
		cells.reduce((total, { since, projects }) => total + (counts(since) ? projects : 0), 0);
	return { from: sum((since) => since === null || since <= from), to: sum(() => true), undated: sum((since) => since === null) };
}

async function spans(today: Day, first: Day | null, known: Reading['known']): Promise<Span[]> {
	const batches = await remember(`compare batches ${known} ${today}`, () => latestBatches(today, known));
	return [
		{ name: 'thisYear', from: addDays(`${today.slice(0, 4)}-01-01`, -1), batch: null },
		{ name: 'lastYear', from: addMonths(today, -12), batch: null },
		...(first === null ? [] : [{ name: 'whole', from: addDays(first, -1), batch: null } as const]),
		...batches
	];
}

/** The newest batches but the first of all, which the whole life begins with. */
async function latestBatches(today: Day, known: Reading['known']): Promise<Span[]> {
	const batches = (await listBatches(database(), { at: today, known })).slice(1).slice(-BATCHES);
	const events = (await eventsById(database(), batches.map(({ eventId }) => eventId), { known })).map(publicEvent);
	return batches.flatMap(({ eventId, on }): Span[] => {
		const event = events.find(({ id }) => id === eventId);
		return event ? [{ name: 'batch', from: addDays(earlier(event.held.on ?? on, on), -1), batch: event.short ?? event.title }] : [];
	});
}
