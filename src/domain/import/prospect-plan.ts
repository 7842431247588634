import * as v from 'valibot';
import type { Day } from '../day.ts';
import { prospectSchema, type Prospect, type Stage } from '../prospect.ts';
import { PROSPECT_COLUMNS } from './column.ts';
import type { Draft, ReadRow } from './draft.ts';
import { equal } from './equal.ts';
import { issue, type Issue } from './issue.ts';
import { listOrNull } from './member-row.ts';
import type { FoundPlace } from './place.ts';
import { beyond, changesOf, decisionOn, resultOf, schemaIssues, settle, type Plan, type PlanContext, type PlannedWrite, type Standing } from './plan.ts';
import type { RowResult } from './result.ts';
import { codeText, type Value } from './value.ts';

/** What planning an import of prospects stands on. A new one is noted today unless its row says otherwise. */
export type ProspectContext = PlanContext & { readonly prospects: ReadonlyMap<string, Standing<Prospect>>; readonly today: Day };

/** What a column of prospects says of one; what `readCell` would read of the export. */
export function prospectValue(column: string, prospect: Prospect): Value {
	switch (column) {
		case 'name':
			return prospect.name.zh;
		case 'nameEn':
			return prospect.name.en;
		case 'aliases':
			return listOrNull(prospect.aliases);
		case 'city':
			return prospect.city === null ? null : { city: prospect.city, district: null };
		case 'district':
			return prospect.city === null || prospect.district === null ? null : { city: prospect.city, district: prospect.district };
		case 'owner':
			return prospect.ownerId;
		case 'note':
			return prospect.internalNote;
		case 'id':
		case 'kind':
		case 'stage':
		case 'stageSince':
		case 'noted':
		case 'probability':
		case 'expected':
		case 'nextStep':
		case 'nextStepOn':
		case 'contact':
		case 'lostReason':
		case 'website':
		case 'creditCode':
			return prospect[column];
		default:
			return null;
	}
}

function prospectAfter(draft: Draft, before: Prospect | null, id: string, today: Day): object {
	const said = <T>(column: string, otherwise: T): T => (draft.has(column) ? (draft.get(column) as T) : otherwise);
	const city = draft.has('city') ? ((draft.get('city') as FoundPlace | null)?.city ?? null) : (before?.city ?? null);
	const kept = city === (before?.city ?? null) ? (before?.district ?? null) : null;
	const stage = (draft.get('stage') ?? before?.stage ?? 'identified') as Stage;
	const noted = (draft.get('noted') ?? before?.noted ?? null) as Day | null;
	const since = (draft.get('stageSince') ?? (stage === before?.stage ? before.stageSince : null)) as Day | null;
	const own = ['kind', 'creditCode', 'website', 'probability', 'expected', 'nextStep', 'nextStepOn', 'contact', 'lostReason'] as const;
	return {
		...before,
		...Object.fromEntries(own.map((property) => [property, said(property, before?.[property] ?? null)])),
		id,
		name: { zh: draft.get('name') ?? before?.name.zh, en: said<string | null>('nameEn', before?.name.en ?? null) },
		aliases: said('aliases', before?.aliases ?? []) ?? [],
		city,
		district: draft.has('district') ? ((draft.get('district') as FoundPlace | null)?.district ?? null) : kept,
		stage,
		// Noted no later than it came to its stage.
		noted: noted ?? (since !== null && since < today ? since : today),
		stageSince: since ?? (before ? today : (noted ?? today)),
		ownerId: said('owner', before?.ownerId ?? null),
		internalNote: said('note', before?.internalNote ?? null)
	};
}

/** Decides what becomes of each row of prospects. A prospect becomes a member by hand, never by an import. */
export function planProspects(rows: readonly ReadRow[], context: ProspectContext): Plan {
	const lines = new Map<string, number>();
	const writes: PlannedWrite[] = [];
	return { results: rows.map(planRow), writes };

	function planRow(row: ReadRow): RowResult {
		if (row.draft.size === 0 && row.issues.length > 0) return rejected(row, row.issues);
		const settled = settle(context.register.identify(row.draft), decisionOn(row, context.decisions));
		if (settled.is === 'refused') return rejected(row, [...row.issues, settled.issue]);
		if (settled.is === 'undecided') {
			if (row.issues.length > 0) return rejected(row, row.issues);
			return resultOf(row, 'duplicate', { candidates: settled.candidates, decision: settled.decision });
		}
		const standing = settled.is === 'record' ? context.prospects.get(settled.id) : undefined;
		if (settled.is === 'record' && lines.has(settled.id)) return rejected(row, [issue(null, 'same_as_line', String(lines.get(settled.id)))]);
		if (settled.is === 'record' && !standing) return rejected(row, [issue(null, 'retired')]);
		return planned(row, standing ?? null);
	}

	function planned(row: ReadRow, standing: Standing<Prospect> | null): RowResult {
		const before = standing?.record ?? null;
		const { draft, issues } = before ? beyond(row, (column) => codeText(prospectValue(column, before))) : row;
		if (issues.length > 0) return rejected(row, issues);
		const name = (draft.get('name') ?? before?.name.zh ?? null) as string | null;
		if (name === null) return rejected(row, [issue('name', 'missing')]);
		if ((draft.get('stage') === 'converted') !== (before?.stage === 'converted') && draft.has('stage')) return rejected(row, [issue('stage', 'converts_elsewhere')]);
		const id = before?.id ?? context.register.free((draft.get('id') as string | undefined) ?? context.wantedId(name));
		const after = prospectAfter(draft, before, id, context.today);
		const changed = before === null || !equal(after, before);
		const parsed = changed ? v.safeParse(prospectSchema, after) : null;
		if (parsed && !parsed.success) return rejected(row, schemaIssues(parsed.issues));
		const prospect = parsed?.output ?? (before as Prospect);
		lines.set(id, row.line);
		if (changed) writes.push({ type: 'prospect', record: prospect, expectedVersion: standing?.version ?? null });
		if (!before) {
			const { name: names, aliases, creditCode, city } = prospect;
			context.register.add({ id, name: names.zh, nameEn: names.en, aliases, pinyin: context.pinyin(names.zh), creditCode, city, retired: false });
		}
		const changes = changesOf(PROSPECT_COLUMNS, before && ((column) => prospectValue(column, before)), (column) => prospectValue(column, prospect));
		return resultOf(row, before === null ? 'new' : changed ? 'changed' : 'same', { recordId: id, changes });
	}
}

function rejected(row: ReadRow, issues: readonly Issue[]): RowResult {
	return resultOf(row, 'rejected', { issues });
}
