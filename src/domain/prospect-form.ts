import * as v from 'valibot';
import { isCreditCode, plainCreditCode } from './credit-code.ts';
import type { Day } from './day.ts';
import { MEMBER_KINDS } from './member.ts';
import { OPEN_STAGES, prospectSchema, type Prospect } from './prospect.ts';

/** The fields of the form of a prospect, in their order. */
export const PROSPECT_FIELDS = [
	'nameZh',
	'nameEn',
	'aliases',
	'kind',
	'city',
	'district',
	'stage',
	'stageSince',
	'noted',
	'probability',
	'expected',
	'ownerId',
	'nextStep',
	'nextStepOn',
	'contact',
	'website',
	'creditCode',
	'lostReason',
	'internalNote'
] as const;
export type ProspectField = (typeof PROSPECT_FIELDS)[number];

/** What stands in the fields, as typed. */
export type ProspectValues = Readonly<Record<ProspectField, string>>;

/** Why a field is refused; the interface words it. */
export type ProspectIssue =
	| 'required'
	| 'too_long'
	| 'choice'
	| 'day'
	| 'percent'
	| 'url'
	| 'credit_code'
	| 'district_outside_city'
	| 'stage_before_noted'
	| 'in_future'
	| 'choose'
	| 'invalid';
export type ProspectIssues = Readonly<Partial<Record<ProspectField, ProspectIssue>>>;

/** The inputs that say a property of a prospect; none for what the form of one that exists leaves as it is. */
export function prospectInputs(property: string): readonly ProspectField[] {
	if (property === 'name') return ['nameZh', 'nameEn'];
	return PROSPECT_FIELDS.filter((field) => field === property && field !== 'stage');
}

/** More than this is not even kept to be shown again. */
const MOST = 6000;

/** What was typed into the form; a field that it lacks is as in `otherwise`, or empty. Files count as nothing typed. */
export function typedProspect(form: FormData, otherwise?: ProspectValues): ProspectValues {
	return fields((field) => {
		const value = form.get(field);
		return typeof value === 'string' ? value.slice(0, MOST) : (otherwise?.[field] ?? '');
	});
}

/** The fields of a prospect as the form shows them. */
export function prospectValues(prospect: Prospect): ProspectValues {
	const percent = prospect.probability === null ? '' : String(Math.round(prospect.probability * 1000) / 10);
	const own: Partial<Record<ProspectField, string | null>> = {
		...(prospect as Omit<Prospect, 'aliases' | 'probability'>),
		nameZh: prospect.name.zh,
		nameEn: prospect.name.en,
		aliases: prospect.aliases.join('\n'),
		probability: percent
	};
	return fields((field) => own[field] ?? '');
}

/** An empty form, on this day; `given` fills in what is known beforehand. */
export function emptyProspect(today: Day, given: Partial<ProspectValues> = {}): ProspectValues {
	return fields((field) => given[field] ?? { stage: 'identified', stageSince: today, noted: today }[field as string] ?? '');
}

/**
 * The prospect that the fields describe, made from `base` (what the form does not hold comes from it), or what is
 * wrong with them. The stage of one that exists is not the form's to change.
 */
export function readProspect(
	values: ProspectValues,
	base: Pick<Prospect, 'id'> & Partial<Prospect>,
	today: Day
): { readonly prospect: Prospect } | { readonly issues: ProspectIssues } {
	const text = (field: ProspectField) => plain(values[field]) || null;
	const share = percentOf(values.probability);
	const result = v.safeParse(prospectSchema, {
		...base,
		name: { zh: plain(values.nameZh), en: text('nameEn') },
		aliases: [...new Set(values.aliases.split(/[\n、;；]/).map(plain).filter(Boolean))],
		kind: text('kind'),
		city: text('city'),
		district: text('district'),
		stage: base.stage ?? values.stage,
		stageSince: dayTyped(values.stageSince),
		noted: dayTyped(values.noted),
		probability: share === 'bad' || share === null ? null : sameShare(share, base.probability ?? null),
		expected: values.expected.trim() === '' ? null : dayTyped(values.expected),
		ownerId: text('ownerId'),
		nextStep: longText(values.nextStep),
		nextStepOn: values.nextStepOn.trim() === '' ? null : dayTyped(values.nextStepOn),
		contact: longText(values.contact),
		website: text('website'),
		creditCode: plainCreditCode(values.creditCode) || null,
		lostReason: longText(values.lostReason),
		internalNote: longText(values.internalNote)
	});
	const issues: Partial<Record<ProspectField, ProspectIssue>> = {};
	for (const issue of result.issues ?? []) {
		const field = fieldOf(v.getDotPath(issue) ?? '');
		issues[field] ??= issueOf(field, issue.message, values);
	}
	if (share === 'bad') issues.probability = 'percent';
	const code = plainCreditCode(values.creditCode);
	if (code !== '' && !isCreditCode(code)) issues.creditCode = 'credit_code';
	if (base.stage === undefined && !OPEN_STAGES.some((stage) => stage === values.stage)) issues.stage ??= 'choice';
	for (const field of ['stageSince', 'noted'] as const) if (!issues[field] && dayTyped(values[field]) > today) issues[field] = 'in_future';
	if (!result.success || Object.keys(issues).length > 0) return { issues };
	return { prospect: result.output };
}

function fields(of: (field: ProspectField) => string): ProspectValues {
	return Object.fromEntries(PROSPECT_FIELDS.map((field) => [field, of(field)])) as ProspectValues;
}

/** One line, single spaces. */
export function plain(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

function longText(text: string): string | null {
	return text.replaceAll('\r\n', '\n').trim() || null;
}

/** 2026-3-5, 2026/03/05, 2026.3.5, 2026年3月5日 and full-width digits as a plain date; anything else as it is. */
export function dayTyped(text: string): string {
	const folded = text.normalize('NFKC').trim();
	const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(folded);
	return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : folded;
}

/** A percentage as a share; null for nothing, `bad` for what is none of 0–100. */
function percentOf(text: string): number | null | 'bad' {
	const folded = text.normalize('NFKC').trim().replace(/%$/, '').trim();
	if (folded === '') return null;
	const percent = /^\d{1,3}(\.\d{1,4})?$/.test(folded) ? Number(folded) : NaN;
	return percent >= 0 && percent <= 100 ? percent / 100 : 'bad';
}

/** The form shows a tenth of a percent: who leaves it alone does not round what is recorded. */
function sameShare(share: number, recorded: number | null): number {
	return recorded !== null && Math.round(recorded * 1000) === Math.round(share * 1000) ? recorded : share;
}

function fieldOf(path: string): ProspectField {
	if (path === 'name.zh') return 'nameZh';
	if (path === 'name.en') return 'nameEn';
	const field = path.split('.')[0];
	return PROSPECT_FIELDS.find((each) => each === field) ?? 'nameZh';
}

const SAID: readonly ProspectIssue[] = ['too_long', 'day', 'url', 'credit_code', 'district_outside_city', 'stage_before_noted'];

function issueOf(field: ProspectField, message: string, values: ProspectValues): ProspectIssue {
	if (values[field].trim() === '') return 'required';
	if (field === 'kind' && !MEMBER_KINDS.some((kind) => kind === values.kind)) return 'choice';
	if (field === 'city' || field === 'stage' || (field === 'district' && message !== 'district_outside_city')) return 'choice';
	return SAID.find((issue) => issue === message) ?? 'invalid';
}
