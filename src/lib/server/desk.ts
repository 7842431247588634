import { listChanges } from '#db/queries/change.ts';
import { listProspects } from '#db/queries/prospect.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { addDays } from '#domain/day.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { isOpen } from '#domain/prospect.ts';
import { prospectRow, sortRows, type ProspectRow } from '#domain/prospect-row.ts';
import { database, today } from './atlas.ts';
import { outcomes } from './prospect.ts';
import { actorName, owners, personOf } from './prospect-owner.ts';

/** How many of a list the first page shows. */
const SHOWN = 12;
const SOON_DAYS = 7;

/** Where a record's own page is. */
const FOLDERS: Readonly<Record<string, string>> = {
	member: '/members/',
	project: '/projects/',
	event: '/events/',
	partner: '/partners/',
	source: '/sources/',
	region_group: '/groups/',
	prospect: '/staff/prospects/'
};

function listed(rows: readonly ProspectRow[], people: readonly { id: string; name: string }[], locale: Locale) {
	return {
		total: rows.length,
		items: rows.slice(0, SHOWN).map(({ id, name, stage, nextStep, nextStepOn, days, ownerId }) => ({
			id,
			name: inLocale(name, locale),
			stage,
			nextStep,
			nextStepOn,
			days,
			owner: people.find((each) => each.id === ownerId)?.name ?? null
		}))
	};
}

/** What the desk opens with: next steps that are overdue or near, prospects that stand still, and what was recorded last. */
export async function desk(locale: Locale) {
	const db = database();
	const [stored, learned, log] = await Promise.all([listProspects(db), outcomes(), listChanges(db, { limit: SHOWN })]);
	const open = stored.map((each) => prospectRow(each, learned, today())).filter(({ stage }) => isOpen(stage));
	const people = await owners([...open.map(({ ownerId }) => ownerId), ...log.items.map(({ last: { actor } }) => personOf(actor))]);
	const until = addDays(today(), SOON_DAYS);
	const soon = open.filter(({ nextStepOn }) => nextStepOn !== null && nextStepOn >= today() && nextStepOn <= until);
	const keys = log.items.map(({ last: change }) => ({ type: change.type, id: change.recordId }));
	const names = await recordNames(db, keys);
	return {
		overdue: listed(sortRows(open.filter(({ overdue }) => overdue), 'next'), people, locale),
		soon: listed(sortRows(soon, 'next'), people, locale),
		stalled: listed(sortRows(open.filter(({ stalled, overdue }) => stalled && !overdue), 'since'), people, locale),
		changes: log.items.map(({ last: { id, type, recordId, change, recordedAt, actor, reason }, counts }) => {
			const named = names.get(`${type} ${recordId}`);
			const folder = named && !named.retired ? FOLDERS[type] : undefined;
			return {
				id,
				type,
				change,
				recordedAt,
				actor: actor.startsWith('person:') ? actorName(actor, people) : null,
				reason,
				name: named ? inLocale(named.name, locale) : recordId,
				href: folder ? folder + recordId : null,
				counts
			};
		})
	};
}
