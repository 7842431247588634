import { membershipsOf } from '#db/queries/member.ts';
import type { Locale } from '#domain/locale.ts';
import { formatPartialDay } from '#lib/i18n/date.ts';
import { memberText } from '#lib/i18n/member.ts';
import { recordPath } from '#lib/i18n/record-address.ts';
import { database } from './atlas.ts';

/** The memberships of a member in words, the earliest first, each with the address of its form. */
export async function memberMemberships(memberId: string, locale: Locale): Promise<{ readonly path: string; readonly text: string }[]> {
	const t = memberText[locale];
	return (await membershipsOf(database(), memberId)).map(({ id, joined, left }) => ({
		path: recordPath('membership', id),
		text: left === null ? t.since(formatPartialDay(joined, locale)) : t.sinceTo(formatPartialDay(joined, locale), formatPartialDay(left, locale))
	}));
}
