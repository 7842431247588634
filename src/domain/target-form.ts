import * as v from 'valibot';
import { TARGET_METRICS, targetSchema, type Target } from './target.ts';

/** The fields of a target's form, in their order. Each is one text, as typed. */
export const TARGET_FIELDS = ['nameZh', 'nameEn', 'metric', 'province', 'city', 'group', 'kind', 'start', 'startValue', 'due', 'value', 'partOf', 'internalNote', 'reason'] as const;
export type TargetField = (typeof TARGET_FIELDS)[number];
export type TypedTarget = Readonly<Record<TargetField, string>>;

/** Why a field is refused. */
export const TARGET_ISSUES = [
	'empty',
	'too_long',
	'choice',
	'day',
	'number',
	'negative',
	'whole',
	'percent',
	'too_large',
	'due_before_start',
	'too_far',
	'projects_have_no_kind',
	'no_such_scope',
	'part_of_itself',
	'no_such_whole',
	'choose'
] as const;
export type TargetIssue = (typeof TARGET_ISSUES)[number];
export type TargetIssues = Partial<Record<TargetField, TargetIssue>>;

/** A form with nothing filled in but what most targets have. */
export const BLANK_TARGET: TypedTarget = {
	nameZh: '',
	nameEn: '',
	metric: 'members',
	province: '',
	city: '',
	group: '',
	kind: '',
	start: '',
	startValue: '',
	due: '',
	value: '',
	partOf: '',
	internalNote: '',
	reason: ''
};

/** The inputs that say a property of a target; none for what its form leaves as it is. */
export function targetInputs(property: string): readonly TargetField[] {
	if (property === 'name') return ['nameZh', 'nameEn'];
	if (property === 'scope') return ['province', 'city', 'group', 'kind'];
	return TARGET_FIELDS.filter((field) => field === property);
}

/** Counts above this are a slip of the finger. */
const MOST = 10_000_000;

/** A text without characters that no database can carry, full-width letters and digits as plain ones where `plain`. */
export function typedText(text: string, plain = false): string {
	// eslint-disable-next-line no-control-regex
	const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
	return plain ? clean.normalize('NFKC').replace(/[\s,]/g, '') : clean;
}

/** What a form says: a target of this identifier that passes its schema, or everything that is wrong with it. */
export function readTargetForm(id: string, typed: TypedTarget, standing: Pick<Target, 'remark' | 'citations'> | null = null): { target: Target } | { issues: TargetIssues } {
	const issues: TargetIssues = {};
	const text = (field: TargetField): string | null => typedText(typed[field]) || null;
	const isShare = typed.metric === 'coverage';
	const number = (field: 'value' | 'startValue'): number | null => {
		const read = readNumber(typed[field], isShare);
		if (typeof read !== 'string') return read;
		issues[field] = read;
		return null;
	};
	const value = number('value');
	if (value === null) issues.value ??= 'empty';
	if (!(TARGET_METRICS as readonly string[]).includes(typed.metric)) issues.metric = 'choice';
	if (!text('nameZh')) issues.nameZh = 'empty';
	for (const field of ['start', 'due'] as const) if (!text(field)) issues[field] = 'empty';
	if (!text('reason')) issues.reason = 'empty';
	if (typedText(typed.reason).length > 500) issues.reason = 'too_long';
	const parsed = v.safeParse(targetSchema, {
		id,
		name: { zh: text('nameZh') ?? '', en: text('nameEn') },
		scope: { province: text('province'), city: text('city'), groupId: text('group'), kind: text('kind') },
		metric: typed.metric,
		start: typedText(typed.start, true),
		startValue: number('startValue'),
		due: typedText(typed.due, true),
		value: value ?? 0,
		partOf: text('partOf'),
		internalNote: text('internalNote'),
		remark: standing?.remark ?? null,
		citations: standing?.citations ?? []
	});
	for (const issue of parsed.issues ?? []) issues[fieldOf(v.getDotPath(issue) ?? '')] ??= codeOf(issue.message);
	if (parsed.success && Object.keys(issues).length === 0) return { target: parsed.output };
	return { issues };
}

/** A number as typed, a percentage where a share is meant: null where nothing is, or what is wrong with it. */
function readNumber(typed: string, isShare: boolean): number | null | TargetIssue {
	const text = typedText(typed, true);
	if (text === '') return null;
	const match = /^([+-]?\d{1,15}(?:\.\d{1,10})?)(%?)$/.exec(text);
	if (!match || (match[2] === '%' && !isShare)) return 'number';
	const value = Number(match[1]);
	if (value < 0) return 'negative';
	if (isShare) return value > 100 ? 'percent' : Number((value / 100).toFixed(8));
	if (!Number.isInteger(value)) return 'whole';
	return value > MOST ? 'too_large' : value;
}

const FIELDS: Readonly<Record<string, TargetField>> = {
	'name.zh': 'nameZh',
	'name.en': 'nameEn',
	'scope.province': 'province',
	'scope.city': 'city',
	'scope.groupId': 'group',
	'scope.kind': 'kind'
};

function fieldOf(path: string): TargetField {
	return FIELDS[path] ?? TARGET_FIELDS.find((field) => field === path) ?? 'nameZh';
}

function codeOf(message: string): TargetIssue {
	if (message === 'value_of_metric') return 'whole';
	return TARGET_ISSUES.find((code) => code === message) ?? 'choice';
}

/** The form of a target that stands: what `readTargetForm` reads back. A reason is asked for anew. */
export function typedTarget({ name, scope, metric, start, startValue, due, value, partOf, internalNote }: Target): TypedTarget {
	const number = (n: number): string => String(metric === 'coverage' ? Number((n * 100).toFixed(6)) : n);
	return {
		nameZh: name.zh,
		nameEn: name.en ?? '',
		metric,
		province: scope.province ?? '',
		city: scope.city ?? '',
		group: scope.groupId ?? '',
		kind: scope.kind ?? '',
		start,
		startValue: startValue === null ? '' : number(startValue),
		due,
		value: number(value),
		partOf: partOf ?? '',
		internalNote: internalNote ?? '',
		reason: ''
	};
}

/** The fields in which two forms differ, the reason aside. */
export function differingFields(one: TypedTarget, other: TypedTarget): TargetField[] {
	return TARGET_FIELDS.filter((field) => field !== 'reason' && one[field].trim() !== other[field].trim());
}
