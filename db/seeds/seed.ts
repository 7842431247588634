import * as v from 'valibot';
import { eventSchema, type EventInput } from '#domain/event.ts';
import type { Instant } from '#domain/instant.ts';
import { memberSchema, type MemberInput } from '#domain/member.ts';
import { membershipSchema, type MembershipInput } from '#domain/membership.ts';
import { partnerSchema, type PartnerInput } from '#domain/partner.ts';
import { projectSchema, type ProjectInput } from '#domain/project.ts';
import { prospectSchema, type ProspectInput } from '#domain/prospect.ts';
import type { RecordType } from '#domain/record.ts';
import { regionGroupSchema, type RegionGroupInput } from '#domain/region-group.ts';
import { reportedTotalSchema, type ReportedTotalInput } from '#domain/reported-total.ts';
import { SETTINGS, type SettingInput, type SettingKey } from '#domain/setting.ts';
import { sourceSchema, type SourceInput } from '#domain/source.ts';
import { targetSchema, type TargetInput } from '#domain/target.ts';
import type { RecordOf } from '../shapes/shape.ts';

/** Records by type, as written by hand or generated; not yet checked. */
export type SeedRecords = {
	readonly source: readonly SourceInput[];
	readonly member: readonly MemberInput[];
	readonly event: readonly EventInput[];
	readonly membership: readonly MembershipInput[];
	readonly partner: readonly PartnerInput[];
	readonly project: readonly ProjectInput[];
	readonly reported_total: readonly ReportedTotalInput[];
	readonly region_group: readonly RegionGroupInput[];
	readonly prospect: readonly ProspectInput[];
	readonly target: readonly TargetInput[];
};

/** A record's later state, recorded at an instant of its own. */
export type Correction = {
	readonly [T in RecordType]: { readonly type: T; readonly record: SeedRecords[T][number]; readonly at: Instant; readonly reason: string };
}[RecordType];

/** Everything that an empty database is filled with. */
export type Seed = {
	readonly records: SeedRecords;
	readonly settings: { readonly [K in SettingKey]?: SettingInput<K> };
	/** When each record was recorded, by `keyOf`; the others at the time of loading. */
	readonly recordedAt?: ReadonlyMap<string, Instant>;
	readonly corrections?: readonly Correction[];
};

/** What tells a record from every other of a seed. */
export function keyOf(type: RecordType, id: string): string {
	return `${type} ${id}`;
}

/** The types in an order in which no record comes before one it names. */
export const SEED_ORDER = [
	'source',
	'member',
	'event',
	'membership',
	'partner',
	'project',
	'reported_total',
	'region_group',
	'prospect',
	'target'
] as const satisfies readonly RecordType[];

const SCHEMAS = {
	source: sourceSchema,
	member: memberSchema,
	event: eventSchema,
	membership: membershipSchema,
	partner: partnerSchema,
	project: projectSchema,
	reported_total: reportedTotalSchema,
	region_group: regionGroupSchema,
	prospect: prospectSchema,
	target: targetSchema
} as const;

/** One record of a seed that has passed its schema, with when and why it is recorded; `at` is null for "on loading". */
export type Seeded = {
	readonly [T in RecordType]: { readonly type: T; readonly record: RecordOf[T]; readonly at: Instant | null; readonly reason: string };
}[RecordType];

/** A seed that does not pass the schemas; the message names record, field and reason. */
export class BadSeed extends Error {
	override readonly name = 'BadSeed';
}

/**
 * Checks a seed by the schemas of any other input, and returns its records in the order of recording, none before one
 * it names. Throws `BadSeed`.
 */
export function parseSeed({ records, settings, recordedAt, corrections = [] }: Seed): Seeded[] {
	for (const [key, value] of Object.entries(settings)) check(`setting ${key}`, SETTINGS[key as SettingKey], value);
	const parse = (type: RecordType, input: { readonly id: string }, at: Instant | null, reason: string) =>
		({ type, record: check(keyOf(type, input.id), SCHEMAS[type], input), at, reason }) as Seeded;
	const first = SEED_ORDER.flatMap((type) =>
		(records[type] as readonly { readonly id: string }[]).map((input) =>
			parse(type, input, recordedAt?.get(keyOf(type, input.id)) ?? null, 'initial data')
		)
	);
	const later = corrections.map(({ type, record, at, reason }) => parse(type, record, at, reason));
	// Stable: at one instant the order of the types holds.
	return [...first, ...later].sort((a, b) => compare(a.at ?? LAST, b.at ?? LAST));
}

/** After every instant. */
const LAST = '~';

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function check(what: string, schema: v.GenericSchema, input: unknown): unknown {
	const result = v.safeParse(schema, input);
	if (result.success) return result.output;
	const reasons = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`);
	throw new BadSeed(`${what}: ${reasons.join('; ')}`);
}
