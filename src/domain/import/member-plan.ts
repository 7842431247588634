import * as v from 'valibot';
import { memberSchema, type Member } from '../member.ts';
import type { Adcode, Point } from '../place.ts';
import { MEMBER_COLUMNS } from './column.ts';
import type { Draft, ReadRow } from './draft.ts';
import { equal } from './equal.ts';
import { issue, type Issue } from './issue.ts';
import { memberAfter, memberValue, type ToWgs84 } from './member-row.ts';
import { applyMembership, targetOf, type Owners, type Planned } from './membership-plan.ts';
import { beyond, changesOf, decisionOn, resultOf, schemaIssues, settle, type Plan, type PlanContext, type PlannedWrite, type Standing } from './plan.ts';
import type { RowResult } from './result.ts';
import { codeText } from './value.ts';
import type { Membership } from '../membership.ts';

/** What planning an import of members stands on: the members that rows may mean, with their memberships. */
export type MemberContext = PlanContext & {
	readonly members: ReadonlyMap<string, Standing<Member>>;
	readonly memberships: ReadonlyMap<string, readonly Standing<Membership>[]>;
	/** Which member holds a membership, for all that rows name. */
	readonly owners: Owners;
	readonly toWgs84: ToWgs84;
	/** The district that a point lies in, with its name in Chinese and English; null: none of ours. */
	readonly placeOf: (point: Point) => { readonly city: Adcode; readonly district: Adcode; readonly names: readonly [string, string] } | null;
};

/** A member as the rows so far have left it. `saidBy`: which line said what of it. */
type Entry = {
	readonly base: Standing<Member> | null;
	member: Member;
	memberships: Planned[];
	readonly saidBy: Map<string, number>;
	touched: number | null;
};

/** Decides what becomes of each row of members. Rows stand in their order: a later one builds on an earlier one. */
export function planMembers(rows: readonly ReadRow[], context: MemberContext): Plan {
	const entries = new Map<string, Entry>();
	const owners = new Map(context.owners);
	const entryOf = (id: string): Entry | null => {
		const known = entries.get(id);
		if (known) return known;
		const base = context.members.get(id);
		if (!base) return null;
		const memberships = (context.memberships.get(id) ?? []).map((standing): Planned => ({ base: standing, record: standing.record, line: null }));
		const entry: Entry = { base, member: base.record, memberships, saidBy: new Map(), touched: null };
		entries.set(id, entry);
		return entry;
	};
	const results = rows.map((row) => planRow(row));
	return { results, writes: writesOf(entries.values()) };

	function planRow(row: ReadRow): RowResult {
		if (row.draft.size === 0 && row.issues.length > 0) return rejected(row, row.issues);
		const settled = settle(context.register.identify(row.draft), decisionOn(row, context.decisions));
		if (settled.is === 'refused') return rejected(row, [...row.issues, settled.issue]);
		if (settled.is === 'undecided') {
			if (row.issues.length > 0) return rejected(row, row.issues);
			return resultOf(row, 'duplicate', { candidates: settled.candidates, decision: settled.decision });
		}
		return settled.is === 'new' ? makeMember(row) : changeMember(row, settled.id);
	}

	function makeMember(row: ReadRow): RowResult {
		const issues = [...row.issues];
		const name = row.draft.get('name') as string | null | undefined;
		const said = (column: string) => row.issues.some((each) => each.column === column);
		if (!name && !said('name')) issues.push(issue('name', 'missing'));
		if (!row.draft.get('kind') && !said('kind')) issues.push(issue('kind', 'missing'));
		if (!row.draft.get('joined') && !said('joined')) issues.push(issue('joined', 'joined_missing'));
		issues.push(...coordinateIssues(row.draft));
		if (issues.length > 0 || !name) return rejected(row, issues);
		const id = context.register.free((row.draft.get('id') as string | undefined) ?? context.wantedId(name));
		const parsed = v.safeParse(memberSchema, memberAfter(row.draft, null, id, context.toWgs84));
		if (!parsed.success) return rejected(row, schemaIssues(parsed.issues));
		const elsewhere = pointIssues(parsed.output, null);
		if (elsewhere.length > 0) return rejected(row, elsewhere);
		const entry: Entry = { base: null, member: parsed.output, memberships: [], saidBy: new Map(), touched: null };
		const joined = applyMembership(row, row.draft, entry.memberships, null, id, owners);
		if ('issues' in joined) return rejected(row, joined.issues);
		commit(row, row.draft, entry, parsed.output, joined.memberships);
		entries.set(id, entry);
		const { name: names, aliases, creditCode, city } = parsed.output;
		context.register.add({ id, name: names.zh, nameEn: names.en, aliases, pinyin: context.pinyin(names.zh), creditCode, city, retired: false });
		const membership = joined.membership;
		return resultOf(row, 'new', { recordId: id, changes: changesOf(MEMBER_COLUMNS, null, (column) => memberValue(column, parsed.output, membership)) });
	}

	function changeMember(row: ReadRow, id: string): RowResult {
		const entry = entryOf(id);
		if (!entry) return rejected(row, [...row.issues, issue(null, 'retired')]);
		const target = targetOf(row.draft, entry.memberships, id, owners);
		if ('issue' in target) return rejected(row, [...row.issues, target.issue]);
		const before = target.membership;
		const exported = (column: string) => codeText(memberValue(column, entry.member, before?.record ?? null));
		const { draft, issues } = beyond(row, exported);
		const wrong = [...issues, ...coordinateIssues(row.draft)];
		if (wrong.length > 0) return rejected(row, wrong);
		const after = memberAfter(draft, entry.member, id, context.toWgs84);
		const changed = !equal(after, entry.member);
		const parsed = changed ? v.safeParse(memberSchema, after) : null;
		if (parsed && !parsed.success) return rejected(row, schemaIssues(parsed.issues));
		const member = parsed?.output ?? entry.member;
		const elsewhere = pointIssues(member, entry.member);
		if (elsewhere.length > 0) return rejected(row, elsewhere);
		const joined = applyMembership(row, draft, entry.memberships, before, id, owners);
		if ('issues' in joined) return rejected(row, joined.issues);
		const changes = changesOf(
			MEMBER_COLUMNS,
			(column) => memberValue(column, entry.member, before?.record ?? null),
			(column) => memberValue(column, member, joined.membership)
		);
		const contradiction = changes.find(({ column }) => entry.saidBy.has(column) && !OF_MEMBERSHIP.has(column));
		if (contradiction) return rejected(row, [issue(contradiction.column, 'contradicts_line', String(entry.saidBy.get(contradiction.column)))]);
		const sameAs = changes.length === 0 && entry.touched !== null && (before === null || before.line !== null);
		if (sameAs) return rejected(row, [issue(null, 'same_as_line', String(before?.line ?? entry.touched))]);
		commit(row, row.draft, entry, member, joined.memberships);
		return resultOf(row, changes.length === 0 ? 'same' : 'changed', { recordId: id, changes });
	}

	/** A point must lie where the row says. One that stood there before stays: somebody has confirmed it. */
	function pointIssues({ point, city, district }: Member, before: Member | null): Issue[] {
		if (point === null || city === null) return [];
		if (before && equal(point, before.point) && city === before.city && district === before.district) return [];
		const place = context.placeOf(point);
		if (place === null) return [issue('lon', 'point_nowhere')];
		return place.city === city && (district === null || place.district === district) ? [] : [issue('lon', 'point_elsewhere', place.names.join('|'))];
	}

	function commit(row: ReadRow, draft: Draft, entry: Entry, member: Member, memberships: Planned[]): void {
		entry.member = member;
		entry.memberships = memberships;
		entry.touched ??= row.line;
		for (const column of draft.keys()) if (!entry.saidBy.has(column)) entry.saidBy.set(column, row.line);
	}
}

const OF_MEMBERSHIP: ReadonlySet<string> = new Set(['membershipId', 'joined', 'joinedBasis', 'left', 'event', 'roles']);

function rejected(row: ReadRow, issues: readonly Issue[]): RowResult {
	return resultOf(row, 'rejected', { issues });
}

/** Coordinates come in pairs, and in a datum that somebody states. */
function coordinateIssues(draft: Draft): Issue[] {
	const [lon, lat, datum] = ['lon', 'lat', 'datum'].map((column) => draft.get(column) ?? null);
	if (lon === null && lat === null) return [];
	if (lon === null || lat === null) return [issue(lon === null ? 'lon' : 'lat', 'coordinates_half')];
	return datum === null ? [issue('datum', 'datum_missing')] : [];
}

function writesOf(entries: Iterable<Entry>): PlannedWrite[] {
	const members: PlannedWrite[] = [];
	const memberships: PlannedWrite[] = [];
	for (const { base, member, memberships: planned } of entries) {
		if (!base || !equal(base.record, member)) members.push({ type: 'member', record: member, expectedVersion: base?.version ?? null });
		for (const { base: standing, record } of planned)
			if (!standing || !equal(standing.record, record)) memberships.push({ type: 'membership', record, expectedVersion: standing?.version ?? null });
	}
	return [...members, ...memberships];
}
