import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { changeBatch } from '#lib/server/record-log.ts';
import { reasonOf } from '#lib/server/record-save.ts';
import { undo } from '#lib/server/record-undo.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

const NONE = { message: 'there is no such batch of changes' };

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const page = Number(/^\d{1,6}$/.exec(event.url.searchParams.get('page') ?? '')?.[0] ?? 1);
	const batch = (await changeBatch(event.params.batch, page, event.locals.locale)) ?? error(404, NONE);
	return { batch, mayEdit: person.role !== 'viewer' };
};

export const actions: Actions = {
	undo: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const form = await event.request.formData();
		const outcome = await undo({ batch: event.params.batch }, reasonOf(form), { person, locale });
		if ('missing' in outcome) error(404, NONE);
		if ('blocked' in outcome) return fail(409, { blocked: outcome.blocked });
		redirect(303, `${localePath('/staff/changes', locale)}?undone=${outcome.undone}`);
	}
};
