import * as v from 'valibot';
import { eventSchema, type Event, type EventInput } from '#domain/event.ts';
import { memberSchema, type Member, type MemberInput } from '#domain/member.ts';
import { membershipSchema, type Membership, type MembershipInput } from '#domain/membership.ts';
import { partnerSchema, type Partner, type PartnerInput } from '#domain/partner.ts';
import { projectSchema, type Project, type ProjectInput } from '#domain/project.ts';
import { prospectSchema, type Prospect, type ProspectInput } from '#domain/prospect.ts';
import { sourceSchema, type Source, type SourceInput } from '#domain/source.ts';
import { targetSchema, type Target, type TargetInput } from '#domain/target.ts';
import { saveRecord, type Save, type Saved } from '#db/queries/record.ts';
import type { Db } from '#db/schema.ts';
import type { RecordOf } from '#db/shapes/shape.ts';
import type { RecordType } from '#domain/record.ts';
import { write } from './databases.ts';

/** Valid records with whatever a test cares about; each passes its schema. */
export function member(id: string, over: Partial<MemberInput> = {}): Member {
	const place = 'city' in over && over.city ? 'stated' : 'unknown';
	return v.parse(memberSchema, {
		id,
		name: { zh: `示例${id}` },
		kind: 'park',
		kindBasis: 'stated',
		cityBasis: place,
		districtBasis: 'unknown',
		...over
	});
}

export function membership(id: string, memberId: string, joined: string, over: Partial<MembershipInput> = {}): Membership {
	return v.parse(membershipSchema, { id, memberId, joined, joinedBasis: 'stated', ...over });
}

export function event(id: string, held: string, over: Partial<EventInput> = {}): Event {
	return v.parse(eventSchema, { id, kind: 'forum', title: { zh: `示例活动${id}` }, held, ...over });
}

export function project(id: string, since: string, over: Partial<ProjectInput> = {}): Project {
	return v.parse(projectSchema, { id, title: { zh: `示例项目${id}` }, category: 'research', since, ...over });
}

export function partner(id: string, over: Partial<PartnerInput> = {}): Partner {
	return v.parse(partnerSchema, { id, name: { zh: `示例伙伴${id}` }, kind: 'enterprise', seatBasis: 'unknown', ...over });
}

export function source(id: string, over: Partial<SourceInput> = {}): Source {
	return v.parse(sourceSchema, { id, title: { zh: `示例报道${id}` }, publisher: { zh: '示例日报' }, ...over });
}

export function prospect(id: string, over: Partial<ProspectInput> = {}): Prospect {
	return v.parse(prospectSchema, { id, name: { zh: `示例意向${id}` }, stage: 'identified', stageSince: '2026-01-01', noted: '2026-01-01', ...over });
}

export function target(id: string, over: Partial<TargetInput> = {}): Target {
	return v.parse(targetSchema, { id, name: { zh: `示例目标${id}` }, metric: 'members', start: '2026-01-01', due: '2026-12-31', value: 40, ...over });
}

/** The instant of the n-th minute of the tests' time. */
export function minute(n: number): string {
	return `2026-01-01T${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00.000Z`;
}

export function saving(expectedVersion: number | null, at = minute(0)): Save {
	return { expectedVersion, at, actor: 'tester', reason: 'test' };
}

/** Saves records as new, in the order given, in one transaction. */
export async function create<T extends RecordType>(db: Db, type: T, records: readonly RecordOf[T][], at = minute(0)): Promise<Saved[]> {
	return write(db, async (trx) => {
		const saved: Saved[] = [];
		for (const record of records) saved.push(await saveRecord(trx, type, record, saving(null, at)));
		return saved;
	});
}
