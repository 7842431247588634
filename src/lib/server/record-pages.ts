import { eventById, eventsById } from '#db/queries/event.ts';
import { membersById } from '#db/queries/member.ts';
import { partnerById, partnersById } from '#db/queries/partner.ts';
import { listProjects, projectById, projectsById } from '#db/queries/project.ts';
import { listRegionGroups } from '#db/queries/region-group.ts';
import { citationsOf, sourceById, sourceUses } from '#db/queries/source.ts';
import type { Bilingual } from '#domain/locale.ts';
import { publicEvent, publicPartner, publicProject, publicSource, type PublicSource } from '#domain/public.ts';
import type { RecordType } from '#domain/record.ts';
import { database } from './atlas.ts';
import { memberItems } from './member-list.ts';
import { placeName } from './place-name.ts';
import { latestRevision } from './provenance.ts';
import { projectItems } from './project-list.ts';
import type { Reading } from './reading.ts';

/** The sources behind a record, without repeats. */
async function sourcesOf({ known }: Reading, type: RecordType, id: string): Promise<PublicSource[]> {
	const cited = (await citationsOf(database(), type, [id], { known })).get(id) ?? [];
	return [...new Map(cited.map(({ source }) => [source.id, publicSource(source)])).values()];
}

/** A project's page: the record, its parties and sources. Null when unknown. */
export async function projectRecord(reading: Reading, id: string) {
	const record = await projectById(database(), id, reading);
	if (!record) return null;
	const [item] = await projectItems([record], reading);
	return {
		project: publicProject(record),
		members: item?.members ?? [],
		partners: item?.partners ?? [],
		sources: await sourcesOf(reading, 'project', id),
		recorded: await latestRevision(reading, 'project', id)
	};
}

/** An event's page: the record, the members that joined through it and its sources. Null when unknown. */
export async function eventRecord(reading: Reading, id: string) {
	const record = await eventById(database(), id, reading);
	if (!record) return null;
	return {
		event: publicEvent(record),
		cityName: record.city === null ? null : placeName(record.city, reading.locale),
		joined: await memberItems(reading, { eventId: id, active: undefined }),
		sources: await sourcesOf(reading, 'event', id),
		recorded: await latestRevision(reading, 'event', id)
	};
}

/** A partner's page: the record, its projects and sources. Null when unknown. */
export async function partnerRecord(reading: Reading, id: string) {
	const db = database();
	const { at, known } = reading;
	const record = await partnerById(db, id, reading);
	if (!record) return null;
	return {
		partner: publicPartner(record),
		projects: await projectItems((await listProjects(db, { at, known, partnerId: id, limit: 50 })).items, reading),
		sources: await sourcesOf(reading, 'partner', id),
		recorded: await latestRevision(reading, 'partner', id)
	};
}

/** A source's page: the record, and every record that rests on it, by type. Null when unknown. */
export async function sourceRecord(reading: Reading, id: string) {
	const db = database();
	const { known } = reading;
	const record = await sourceById(db, id, { known });
	if (!record) return null;
	const uses = await sourceUses(db, id, { known });
	const idsOf = (type: RecordType): string[] => [...new Set(uses.filter((use) => use.type === type).map((use) => use.id))];
	const named = (folder: string, all: readonly { id: string; name: Bilingual }[]) => all.map(({ id: key, name }) => ({ href: `/${folder}/${key}`, name }));
	const titled = (all: readonly { id: string; title: Bilingual }[]) => all.map(({ id: key, title }) => ({ id: key, name: title }));
	const groups = new Set(idsOf('region_group'));
	return {
		source: publicSource(record),
		uses: {
			members: named('members', await membersById(db, idsOf('member'), { known })),
			projects: named('projects', titled(await projectsById(db, idsOf('project'), { known }))),
			events: named('events', titled(await eventsById(db, idsOf('event'), { known }))),
			partners: named('partners', await partnersById(db, idsOf('partner'), { known })),
			groups: named('groups', groups.size > 0 ? (await listRegionGroups(db, { known })).filter((group) => groups.has(group.id)) : [])
		},
		recorded: await latestRevision(reading, 'source', id)
	};
}
