import { eventsById } from '#db/queries/event.ts';
import { memberById, membershipsOf } from '#db/queries/member.ts';
import { listProjects } from '#db/queries/project.ts';
import { citationsOf } from '#db/queries/source.ts';
import { activeAt } from '#domain/membership.ts';
import { publicEvent, publicMember, publicMembership, publicSource } from '#domain/public.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { database } from './atlas.ts';
import { latestRevision } from './provenance.ts';
import { placeName } from './place-name.ts';
import { projectItems } from './project-list.ts';
import type { Reading } from './reading.ts';

/** A member's page: the record, its memberships with their batches, its projects and sources. Null when unknown. */
export async function memberPage(reading: Reading, id: string) {
	const { at, known, locale } = reading;
	const db = database();
	const member = await memberById(db, id, { known });
	if (!member) return null;
	const memberships = await membershipsOf(db, id, { known });
	const events = new Map((await eventsById(db, memberships.flatMap((m) => m.eventId ?? []), { known })).map((e) => [e.id, publicEvent(e)]));
	const cited = await citationsOf(db, 'member', [id], { known });
	const citedJoining = await citationsOf(db, 'membership', memberships.map((m) => m.id), { known });
	const sources = [...(cited.get(id) ?? []), ...memberships.flatMap((m) => citedJoining.get(m.id) ?? [])];
	const place = member.city === null ? undefined : city(member.city);
	return {
		member: publicMember(member),
		cityName: place ? regionName(place, locale, 'full') : null,
		districtName: member.district === null ? null : placeName(member.district, locale),
		memberships: memberships.map((membership) => ({
			...publicMembership(membership),
			active: activeAt(membership, at),
			batch: membership.eventId === null ? null : (events.get(membership.eventId) ?? null)
		})),
		projects: await projectItems((await listProjects(db, { at, known, memberId: id, limit: 50 })).items, reading),
		sources: [...new Map(sources.map(({ source }) => [source.id, publicSource(source)])).values()],
		recorded: await latestRevision(reading, 'member', id)
	};
}
