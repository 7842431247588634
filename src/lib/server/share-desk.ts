import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { createShare, listShares, revokeShare } from '#db/queries/share.ts';
import { daySchema } from '#domain/day.ts';
import { endOf, now } from '#domain/instant.ts';
import type { Person } from '#domain/role.ts';
import { MOST_SHARE_LABEL, SHARE_PASSWORD, sharePathSchema, shareRefusal, withoutOrigin, type Share } from '#domain/share.ts';
import { database, isPrivate, today } from './atlas.ts';
import { fieldOf } from './form.ts';
import { namesOf } from './playlist.ts';
import { actorOf } from './rights.ts';

/** What may be wrong with a form for a share link, by field. */
export type ShareFault = 'path' | 'label' | 'until' | 'password';

/** The form as it was typed; a password is never given back. */
export type ShareForm = { readonly path: string; readonly label: string; readonly until: string };

/** A share link as the list shows it; `by` null: the command line, or somebody who is not there any more. */
export type ShareItem = Omit<Share, 'createdBy' | 'revokedAt'> & { readonly state: 'open' | 'expired' | 'revoked'; readonly byPerson: boolean; readonly by: string | null };

/** Every share link, the newest first, and whether the installation is closed to whoever holds none. */
export async function shares(): Promise<{ shares: ShareItem[]; isPrivate: boolean; today: string }> {
	const all = await listShares(database());
	const names = await namesOf(all.map(({ createdBy }) => createdBy));
	const moment = now();
	return {
		shares: all.map(({ createdBy, revokedAt, ...rest }) => ({
			...rest,
			state: shareRefusal({ revokedAt, expiresAt: rest.expiresAt }, moment) ?? 'open',
			byPerson: createdBy !== null,
			by: names(createdBy)
		})),
		isPrivate: isPrivate(),
		today: today()
	};
}

/** Makes a share link from a form. The address is told this once; or what is wrong, with what was typed. */
export async function makeShare(
	form: FormData,
	origin: string,
	person: Person
): Promise<{ readonly made: { readonly href: string; readonly path: string } } | { readonly faults: readonly ShareFault[]; readonly typed: ShareForm }> {
	const typed: ShareForm = { path: fieldOf(form, 'path', 3000), label: fieldOf(form, 'label', 500), until: fieldOf(form, 'until', 20).trim() };
	const password = fieldOf(form, 'password', 500);
	const path = v.safeParse(sharePathSchema, withoutOrigin(typed.path, origin));
	const label = typed.label.trim();
	const faults: ShareFault[] = [
		...(path.success ? [] : ['path' as const]),
		...([...label].length > MOST_SHARE_LABEL ? ['label' as const] : []),
		...(typed.until === '' || (v.is(daySchema, typed.until) && typed.until >= today()) ? [] : ['until' as const]),
		...(password === '' || (password.length >= SHARE_PASSWORD.least && password.length <= SHARE_PASSWORD.most) ? [] : ['password' as const])
	];
	if (!path.success || faults.length > 0) return { faults, typed };
	const expiresAt = typed.until === '' ? null : endOf(typed.until);
	const { token } = await createShare(database(), { path: path.output, label, expiresAt, password: password || null, createdBy: actorOf(person) }, now());
	return { made: { href: `${origin}/share/${token}`, path: path.output } };
}

/** Ends the share link that a form names; false: it was ended before, or there is none. */
export async function endShare(form: FormData): Promise<boolean> {
	const id = fieldOf(form, 'id', 40);
	if (id === '') error(400, { message: 'which share?' });
	return revokeShare(database(), id, now());
}
