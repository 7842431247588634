import { batchCells } from '#db/queries/batch-cell.ts';
import { listBatches } from '#db/queries/batch.ts';
import { recordCounts, sourceCount } from '#db/queries/count.ts';
import { eventById, eventsById, listEvents } from '#db/queries/event.ts';
import { identifiers } from '#db/queries/identifiers.ts';
import type { Known } from '#db/queries/known.ts';
import { countMemberChanges, listMemberChanges } from '#db/queries/member-change.ts';
import { countMembers, listMembers, memberById, membersById, membershipsOf } from '#db/queries/member.ts';
import { listMemberships, membershipById } from '#db/queries/membership.ts';
import { movements, movementsByDistrict } from '#db/queries/movement.ts';
import { listPartners, partnerById, partnersById } from '#db/queries/partner.ts';
import { projectCells, projectCounts, projectReach } from '#db/queries/project-count.ts';
import { partnersByCity } from '#db/queries/project-partner.ts';
import { listProjects, projectById, projectsById } from '#db/queries/project.ts';
import { listProspects, openProspects, prospectById, prospectVersion, stageOutcomes } from '#db/queries/prospect.ts';
import { allRecords, recordById, recordsById } from '#db/queries/read.ts';
import { listRegionGroups, regionGroupById } from '#db/queries/region-group.ts';
import { listReportedTotals } from '#db/queries/reported-total.ts';
import { searchRecords } from '#db/queries/search.ts';
import { citationsOf, listSources, sourceById, sourcesById, sourceUses } from '#db/queries/source.ts';
import { convertedProspects, listTargets, targetById } from '#db/queries/target.ts';
import type { Db } from '#db/schema.ts';
import { MOVES } from '#domain/difference.ts';
import { RECORD_TYPES } from '#domain/record.ts';

/** The identifiers, place and day at which every reader is asked. */
export type Subject = {
	readonly at: string;
	readonly city: string;
	readonly q: string;
	readonly member: readonly string[];
	readonly event: readonly string[];
	readonly project: readonly string[];
	readonly partner: readonly string[];
	readonly source: readonly string[];
	readonly group: string;
};

type Read = (db: Db, subject: Subject, known: Known) => Promise<unknown>;

const first = (ids: readonly string[]) => ids[0] ?? 'none';

/** Every reader of db/queries, asked in every way that it can be. */
export const READERS: Readonly<Record<string, Read>> = {
	movements: (db, _, k) => movements(db, k),
	movementsByDistrict: (db, _, k) => movementsByDistrict(db, k),
	listBatches: async (db, { at, city }, k) => [await listBatches(db, { at, ...k }), await listBatches(db, { at, cities: [city], ...k })],
	batchCells: (db, { at }, k) => batchCells(db, { at, ...k }),
	memberById: (db, { member }, k) => memberById(db, first(member), k),
	membersById: (db, { member }, k) => membersById(db, member, k),
	membershipsOf: (db, { member }, k) => membershipsOf(db, first(member), k),
	listMembers: async (db, { at, city, event, q }, k) =>
		Promise.all(
			[
				{},
				{ active: true },
				{ active: false },
				{ city },
				{ cities: [city, '310000'] },
				{ district: '320214' },
				{ districts: ['320205', '320214'] },
				{ kind: 'park' as const },
				{ placed: false },
				{ placed: true, q },
				{ eventId: first(event) }
			].map((filter) => listMembers(db, { at, limit: 40, ...filter, ...k }))
		),
	countMembers: (db, { at }, k) => countMembers(db, { at, active: true, ...k }),
	membershipById: async (db, { at }, k) => membershipById(db, (await listMemberships(db, { at, limit: 1, ...k })).items[0]?.id ?? 'none', k),
	listMemberships: async (db, { at, member, event }, k) =>
		Promise.all([{}, { active: true }, { active: false }, { memberId: first(member) }, { eventId: first(event) }].map((filter) => listMemberships(db, { at, limit: 40, ...filter, ...k }))),
	identifiers: async (db, _, k) => Promise.all(RECORD_TYPES.map((type) => identifiers(db, type, k))),
	listMemberChanges: async (db, { at }, k) =>
		Promise.all(MOVES.map((move) => listMemberChanges(db, { from: '2021-06-30', to: at, move, limit: 40, ...k }))),
	countMemberChanges: (db, { at }, k) => countMemberChanges(db, { from: '2021-06-30', to: at, ...k }),
	projectById: (db, { project }, k) => projectById(db, first(project), k),
	projectsById: (db, { project }, k) => projectsById(db, project, k),
	listProjects: async (db, { at, city, member, partner, q }, k) =>
		Promise.all(
			[
				{},
				{ city },
				{ cities: [city, '341100'] },
				{ memberId: first(member) },
				{ partnerId: first(partner) },
				{ category: 'research' as const },
				{ status: 'unknown' as const },
				{ status: 'signed' as const },
				{ q }
			].map((filter) => listProjects(db, { at, limit: 40, ...filter, ...k }))
		),
	projectCounts: async (db, { at, city }, k) => [await projectCounts(db, { at, ...k }), await projectCounts(db, { at, cities: [city], ...k })],
	projectCells: (db, { at }, k) => projectCells(db, { at, ...k }),
	projectReach: async (db, { at, city }, k) => [await projectReach(db, { at, ...k }), await projectReach(db, { at, seat: city, ...k })],
	// Wrapped: the recorded facts have no prospects, and an answer that says nothing would pass for a query that finds nothing.
	prospectById: async (db, _, k) => ({ prospect: await prospectById(db, 'shili-yixiang-001', k) }),
	openProspects: async (db, _, k) => ({ open: await openProspects(db, k) }),
	listProspects: async (db, { q }, k) => ({ all: await listProspects(db, k), found: await listProspects(db, { q, ...k }) }),
	prospectVersion: async (db) => ({ version: await prospectVersion(db, 'shili-yixiang-001') }),
	stageOutcomes: (db, _, k) => stageOutcomes(db, k),
	partnersByCity: async (db, { at }, k) => [...(await partnersByCity(db, { at, ...k }))],
	targetById: async (db, _, k) => ({ target: await targetById(db, 'shili-mubiao-chengyuan', k) }),
	listTargets: async (db, _, k) => ({ targets: await listTargets(db, k) }),
	convertedProspects: async (db, _, k) => ({ converted: await convertedProspects(db, k) }),
	eventById: (db, { event }, k) => eventById(db, first(event), k),
	eventsById: (db, { event }, k) => eventsById(db, event, k),
	listEvents: async (db, { at, city, q }, k) =>
		Promise.all([{}, { city }, { cities: [city] }, { kind: 'visit' as const }, { q }].map((filter) => listEvents(db, { at, limit: 40, ...filter, ...k }))),
	partnerById: (db, { partner }, k) => partnerById(db, first(partner), k),
	partnersById: (db, { partner }, k) => partnersById(db, partner, k),
	listPartners: async (db, { q }, k) => [await listPartners(db, { limit: 40, ...k }), await listPartners(db, { limit: 40, q, ...k })],
	sourceById: (db, { source }, k) => sourceById(db, first(source), k),
	sourcesById: (db, { source }, k) => sourcesById(db, source, k),
	listSources: (db, _, k) => listSources(db, k),
	sourceUses: (db, { source }, k) => sourceUses(db, first(source), k),
	citationsOf: async (db, { member }, k) => [...(await citationsOf(db, 'member', member, k))],
	listReportedTotals: async (db, { at }, k) => [await listReportedTotals(db, k), await listReportedTotals(db, { publicOnly: true, at, ...k })],
	regionGroupById: (db, { group }, k) => regionGroupById(db, group, k),
	listRegionGroups: (db, _, k) => listRegionGroups(db, k),
	searchRecords: (db, { q }, k) => searchRecords(db, q, { limit: 12, ...k }),
	recordCounts: (db, _, k) => recordCounts(db, k),
	sourceCount: (db, _, k) => sourceCount(db, k),
	allRecords: async (db, _, k) => Promise.all(RECORD_TYPES.map((type) => allRecords(db, type, k))),
	recordsById: (db, { project }, k) => recordsById(db, 'project', [...project, 'none', ...project], k),
	recordById: (db, { member }, k) => recordById(db, 'member', first(member), k)
};

/** What every reader says, by its name. */
export async function readAll(db: Db, subject: Subject, known: Known = {}): Promise<Record<string, unknown>> {
	const answers: Record<string, unknown> = {};
	for (const [name, read] of Object.entries(READERS)) answers[name] = await read(db, subject, known);
	return answers;
}
