import * as v from 'valibot';

/**
 * The approval number (审图号) under which this installation publishes its maps, bound to the boundaries it was given
 * for: it never stands over others.
 */
export const mapApprovalSchema = v.object({
	number: v.pipe(v.string(), v.trim(), v.nonEmpty('empty'), v.maxLength(60, 'too_long'), v.regex(/\d/, 'approval')),
	/** SHA-256 of the boundaries. */
	boundaries: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'checksum'))
});
export type MapApproval = v.InferOutput<typeof mapApprovalSchema>;

/** The number as long as the boundaries are those it was given for; null otherwise. */
export function approvalFor(approval: MapApproval | null, boundaries: string): string | null {
	return approval?.boundaries === boundaries ? approval.number : null;
}
