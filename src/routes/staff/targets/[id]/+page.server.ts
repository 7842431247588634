import { fail, redirect } from '@sveltejs/kit';
import { atLeast, type Person } from '#domain/role.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import { targetPage } from '#lib/server/target.ts';
import { turnTarget } from '#lib/server/target-write.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	return { target: await targetPage(readingOf(event), event.params.id), mayEdit: atLeast(person.role, 'editor') };
};

async function turned(event: RequestEvent, person: Person, turn: 'retire' | 'restore') {
	const { locale, view } = readingOf(event);
	if (!(await turnTarget(person, event.params.id, turn, event.request))) return fail(409, { overtaken: true });
	redirect(303, linkTo(turn === 'retire' ? '/staff/targets' : `/staff/targets/${event.params.id}`, locale, view));
}

export const actions: Actions = {
	retire: (event) => turned(event, requireRole(event, 'editor'), 'retire'),
	restore: (event) => turned(event, requireRole(event, 'editor'), 'restore')
};
