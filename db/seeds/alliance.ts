import { events } from './alliance/events.ts';
import { groups } from './alliance/groups.ts';
import { members } from './alliance/members.ts';
import { memberships } from './alliance/memberships.ts';
import { organisation } from './alliance/organisation.ts';
import { partners } from './alliance/partners.ts';
import { projects } from './alliance/projects.ts';
import { sources } from './alliance/sources.ts';
import { totals } from './alliance/totals.ts';
import type { Seed } from './seed.ts';

/** The publicly reported facts about the alliance: the data that the software starts with. */
export const alliance: Seed = {
	records: {
		source: sources,
		member: members,
		event: events,
		membership: memberships,
		partner: partners,
		project: projects,
		reported_total: totals,
		region_group: groups,
		prospect: [],
		target: []
	},
	settings: { organisation }
};
