import { historyOf } from '#db/queries/history.ts';
import { listProspects, prospectById, prospectVersion, stageOutcomes } from '#db/queries/prospect.ts';
import { chanceAt, type StageOutcomes } from '#domain/chance.ts';
import { dayOfInstant, timeOfInstant } from '#domain/instant.ts';
import type { Bilingual, Locale } from '#domain/locale.ts';
import { memberById } from '#db/queries/member.ts';
import { changedFields, stagesPassed } from '#domain/prospect-history.ts';
import { pipelineSum, prospectRow, selects, sortRows, type ProspectRow } from '#domain/prospect-row.ts';
import type { ProspectView } from '#domain/prospect-view.ts';
import { isOpen, OPEN_STAGES, STAGES } from '#domain/prospect.ts';
import { atLeast, type Person } from '#domain/role.ts';
import { reasonWords } from '#lib/i18n/reason.ts';
import { database, today } from './atlas.ts';
import { actorNames } from './actor.ts';
import { owners } from './prospect-owner.ts';
import { remember } from './remember.ts';

/** Rows a page of the table holds, and cards a column of the board. */
const ROWS = 100;
const CARDS = 40;
/** On the board an end is shown for so many days. */
const RECENT = 90;

/** What the record says of each stage. */
export function outcomes(): Promise<StageOutcomes> {
	return remember('prospect outcomes', () => stageOutcomes(database()));
}

/** Every prospect of the view as rows, what all of them amount to, and whom and where one can filter by. */
export async function pipeline(person: Person, view: ProspectView) {
	const learned = await outcomes();
	const stored = await remember(`prospects ${view.q}`, () => listProspects(database(), { q: view.q }));
	const all = stored.map((each) => prospectRow(each, learned, today()));
	const rows = all.filter((row) => selects(view, row));
	return {
		rows,
		sum: pipelineSum(rows),
		people: await owners(stored.map(({ prospect }) => prospect.ownerId)),
		places: [...new Set(all.flatMap(({ city }) => city ?? []))].sort(),
		chances: OPEN_STAGES.map((stage) => ({ stage, chance: chanceAt(stage, learned) })),
		canWrite: atLeast(person.role, 'editor')
	};
}

/** The board: a column for each stage; of what has ended, the last 90 days. `hidden`: how many more the table shows. */
export async function prospectBoard(person: Person, view: ProspectView) {
	const { rows, ...rest } = await pipeline(person, { ...view, stage: null });
	const columns = STAGES.map((stage) => {
		const all = rows.filter((row) => row.stage === stage);
		const shown = isOpen(stage)
			? sortRows(all, 'attention')
			: sortRows(all, 'since', true).filter(({ days }) => days <= RECENT);
		const cards = shown.slice(0, CARDS);
		return { stage, total: all.length, expected: pipelineSum(all).expected, cards, hidden: all.length - cards.length };
	});
	return { ...rest, columns };
}

/** The table: sorted, a page at a time. */
export async function prospectTable(person: Person, view: ProspectView) {
	const { rows, ...rest } = await pipeline(person, view);
	const pages = Math.max(1, Math.ceil(rows.length / ROWS));
	const page = Math.min(view.page, pages);
	const sorted = sortRows(rows, view.sort, view.down).slice((page - 1) * ROWS, page * ROWS);
	return { ...rest, rows: sorted, total: rows.length, page, pages };
}

/** One prospect with the way it went and everything recorded of it, or that it is retired. Null when there never was one. */
export async function prospectPage(person: Person, id: string, locale: Locale) {
	const db = database();
	const prospect = await prospectById(db, id);
	const versions = await historyOf(db, 'prospect', id);
	if (!prospect) return versions.length > 0 ? 'retired' : null;
	const version = (await prospectVersion(db, id)) ?? 0;
	const people = await owners([prospect.ownerId]);
	const actors = await actorNames(versions.map(({ actor }) => actor), locale);
	const row: ProspectRow = prospectRow({ prospect, version, pinyin: '' }, await outcomes(), today());
	const member = prospect.memberId === null ? null : await memberById(db, prospect.memberId);
	const told = { by: (actor: string) => actors.get(actor) ?? actor, on: dayOfInstant, at: timeOfInstant };
	return {
		prospect,
		version,
		row,
		ownerName: people.find((each) => each.id === prospect.ownerId)?.name ?? null,
		memberName: (member?.name ?? null) as Bilingual | null,
		stages: stagesPassed(versions).map(({ actor, recordedAt, reason, ...stage }) => ({ ...stage, reason: reasonWords(reason, locale), by: told.by(actor), recordedOn: told.on(recordedAt) })),
		changes: versions.map(({ version: n, change, record, recordedAt, actor, reason }, i) => {
			const before = versions[i + 1];
			return {
				version: n,
				change,
				reason: reasonWords(reason, locale),
				by: told.by(actor),
				on: told.on(recordedAt),
				time: told.at(recordedAt),
				fields: before ? changedFields(before.record, record) : []
			};
		}),
		canWrite: atLeast(person.role, 'editor')
	};
}
