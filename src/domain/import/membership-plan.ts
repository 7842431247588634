import * as v from 'valibot';
import { membershipSchema, type Membership } from '../membership.ts';
import { writePartialDay, type PartialDay } from '../partial-day.ts';
import type { Draft, ReadRow } from './draft.ts';
import { equal } from './equal.ts';
import { issue, type Issue } from './issue.ts';
import { membershipAfter } from './member-row.ts';
import { schemaIssues, type Standing } from './plan.ts';

/** Which member holds a membership of an identifier. */
export type Owners = ReadonlyMap<string, string>;

/** A membership as the rows so far have left it; `line` is the row that last spoke of it. */
export type Planned = { readonly base: Standing<Membership> | null; readonly record: Membership; readonly line: number | null };

const SAYS = ['joined', 'joinedBasis', 'left', 'event', 'roles'] as const;

/**
 * Which of a member's memberships a row means: the one it names, the one of the same joining date, or the only one that
 * its time overlaps. Null: one that is not recorded yet, or none at all.
 */
export function targetOf(draft: Draft, memberships: readonly Planned[], memberId: string, owners: Owners): { readonly membership: Planned | null } | { readonly issue: Issue } {
	const named = draft.get('membershipId') as string | null | undefined;
	if (named) {
		const membership = memberships.find(({ record }) => record.id === named);
		if (membership) return { membership };
		if (owners.has(named) && owners.get(named) !== memberId) return { issue: issue('membershipId', 'membership_unknown', named) };
	}
	const joined = draft.get('joined') as PartialDay | null | undefined;
	if (!joined) {
		if (memberships.length === 1) return { membership: memberships[0] as Planned };
		const says = SAYS.some((column) => (draft.get(column) ?? null) !== null);
		return says && memberships.length > 1 ? { issue: issue('joined', 'membership_unclear') } : { membership: null };
	}
	const same = memberships.find(({ record }) => writePartialDay(record.joined) === writePartialDay(joined));
	if (same) return { membership: same };
	const left = (draft.get('left') ?? null) as PartialDay | null;
	const overlapped = memberships.filter(({ record }) => overlaps(record, { joined, left }));
	if (overlapped.length > 1) return { issue: issue('joined', 'membership_unclear') };
	return { membership: overlapped[0] ?? null };
}

type Span = { readonly joined: PartialDay; readonly left: PartialDay | null };

function overlaps(a: Span, b: Span): boolean {
	const before = (x: Span, y: Span) => x.left !== null && (x.left.on ?? '') <= (y.joined.on ?? '');
	return !before(a, b) && !before(b, a);
}

type Applied = { readonly memberships: Planned[]; readonly membership: Membership | null };

/** A member's memberships with what a row says of one of them; `target` null: it makes a new one, if it says anything. */
export function applyMembership(
	row: ReadRow,
	draft: Draft,
	memberships: readonly Planned[],
	target: Planned | null,
	memberId: string,
	owners: Map<string, string>
): Applied | { readonly issues: readonly Issue[] } {
	if (!target) {
		const says = SAYS.some((column) => (draft.get(column) ?? null) !== null);
		if (!says) return { memberships: [...memberships], membership: null };
		if (!draft.get('joined')) return { issues: [issue('joined', 'joined_missing')] };
	}
	const joined = (draft.get('joined') ?? target?.record.joined) as PartialDay;
	const id = target?.record.id ?? newId((draft.get('membershipId') as string | null | undefined) ?? null, memberId, joined, owners);
	const after = membershipAfter(draft, target?.record ?? null, id, memberId);
	if (target && equal({ ...target.record, joined: writePartialDay(target.record.joined), left: target.record.left && writePartialDay(target.record.left) }, after))
		return { memberships: memberships.map((each) => (each === target ? { ...target, line: target.line ?? row.line } : each)), membership: target.record };
	const parsed = v.safeParse(membershipSchema, after);
	if (!parsed.success) return { issues: schemaIssues(parsed.issues) };
	if (target && target.line !== null) return { issues: [issue('joined', 'contradicts_line', String(target.line))] };
	const others = memberships.filter((each) => each !== target);
	if (others.some(({ record }) => overlaps(record, parsed.output))) return { issues: [issue('joined', 'membership_overlap')] };
	owners.set(id, memberId);
	const planned: Planned = { base: target?.base ?? null, record: parsed.output, line: row.line };
	return { memberships: [...others, planned], membership: parsed.output };
}

function newId(named: string | null, memberId: string, joined: PartialDay, owners: Owners): string {
	if (named !== null && !owners.has(named)) return named;
	const base = `${memberId.slice(0, 66)}-${(joined.on ?? '').replaceAll('-', '')}`;
	if (!owners.has(base)) return base;
	for (let n = 2; ; n++) if (!owners.has(`${base}-${n}`)) return `${base}-${n}`;
}
