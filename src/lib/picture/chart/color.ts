import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';

/** The colour of a kind of member, as the token that follows the theme. */
export function kindColor(kind: MemberKind): string {
	return `var(--k-${kind})`;
}

/** The colour of a province, as the token that follows the theme; null: place not verified. */
export function provinceColor(province: Adcode | null): string {
	return `var(--p-${province ?? 'none'})`;
}
