import type { Allowance } from './limit.ts';

/** Too many tries: the seconds until another one is allowed. */
export type TooMany = { readonly refused: 'tries'; readonly retryAfter: number };

/** Judges tries that were taken together: null while every limit allows them. */
export function tooMany(...tries: readonly Allowance[]): TooMany | null {
	const refused = tries.filter(({ allowed }) => !allowed);
	return refused.length > 0 ? { refused: 'tries', retryAfter: Math.max(...refused.map(({ retryAfter }) => retryAfter)) } : null;
}
