import type { Movement } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import type { Evaluation, When } from '#domain/target-evaluation.ts';
import type { Target } from '#domain/target.ts';
import { rowOf, type TargetRow } from '../target/row.ts';
import { measure, type TargetRecord } from '../target/scope.ts';

/** A prospect supposed to have joined, as targets see it. */
export type SupposedMember = { readonly city: Adcode | null; readonly district: Adcode | null; readonly kind: MemberKind | null; readonly noted: Day };

/** A running target as it stands, and as it would. */
export type SupposedTarget = { readonly row: TargetRow & { readonly evaluation: NonNullable<TargetRow['evaluation']> }; readonly then: Pick<Evaluation, 'actual' | 'chance' | 'state'> };

/**
 * The record that targets are measured by, with these joins on a day. They count as prospects that joined, so that the
 * forecast does not take them for a quicker pace of arrivals; `open` are the prospects that stay.
 */
export function supposedRecord(record: TargetRecord, joining: readonly SupposedMember[], open: TargetRecord['prospects'], on: Day): TargetRecord {
	const joins = (level: 'city' | 'district'): Movement[] =>
		joining.map(({ kind, ...where }) => ({ place: where[level], kind: kind ?? 'other', on, joined: 1, left: 0 }));
	return {
		...record,
		movements: [...record.movements, ...joins('city')],
		districts: [...record.districts, ...joins('district')],
		prospects: open,
		conversions: [...record.conversions, ...joining.map(({ city, district, kind, noted }) => ({ city, district, kind: kind ?? ('other' as const), joined: on, noted }))]
	};
}

/** The targets that run on a day and that members move, in their order, by the record as it is and as supposed. */
export function supposedTargets(targets: readonly Target[], [recorded, supposed]: readonly [TargetRecord, TargetRecord], when: When, locale: Locale): SupposedTarget[] {
	return targets
		.filter(({ metric, start, due }) => metric !== 'projects' && start <= when.at && when.at < due)
		.flatMap((target) => {
			const [now, then] = [measure(target, recorded, when), measure(target, supposed, when)];
			if (!now || !then) return [];
			const row = rowOf(target, now, recorded.groups, locale);
			const { actual, chance, state } = then.evaluation;
			return row.evaluation ? [{ row: { ...row, evaluation: row.evaluation }, then: { actual, chance, state } }] : [];
		});
}
