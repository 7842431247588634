export type { AlikeItem, ConflictRow, ConflictState, DistrictChoice, Elsewhere, FormIssue, FormState } from '#lib/picture/record/form-state.ts';

/** The identifier of an input's element. */
export function inputId(input: string): string {
	return `f-${input.replaceAll('.', '-')}`;
}
