/** What can be wrong with a cell or a row. */
export const ISSUES = [
	'missing',
	'joined_missing',
	'fault_error',
	'fault_formula',
	'too_long',
	'date',
	'date_ambiguous',
	'date_unknown',
	'day_needed',
	'choice',
	'place_unknown',
	'place_ambiguous',
	'place_province',
	'place_outside',
	'district_outside_city',
	'number',
	'probability',
	'coordinates_half',
	'datum_missing',
	'point_elsewhere',
	'point_nowhere',
	'url',
	'credit_code',
	'id',
	'event_unknown',
	'source_unknown',
	'person_unknown',
	'membership_unknown',
	'membership_unclear',
	'membership_overlap',
	'left_before_joined',
	'basis_without_place',
	'retired',
	'same_as_line',
	'contradicts_line',
	'stage_before_noted',
	'converts_elsewhere',
	'invalid'
] as const;
export type IssueCode = (typeof ISSUES)[number];

/** Something wrong: in which column (null: the row as a whole), and what the message names. */
export type Issue = { readonly column: string | null; readonly code: IssueCode; readonly detail: string };

export function issue(column: string | null, code: IssueCode, detail = ''): Issue {
	return { column, code, detail: detail.length > 60 ? `${detail.slice(0, 59)}…` : detail };
}
