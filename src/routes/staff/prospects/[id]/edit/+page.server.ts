import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { prospectForm, undoneProspect, updateProspect } from '#lib/server/prospect-save.ts';
import { undoing } from '#lib/server/record-undo-form.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	const { id } = event.params;
	const undone = undoing(event.url);
	return {
		subject: (await prospectForm(id)) ?? error(404, { message: `no prospect ${id}` }),
		undone: undone === null ? null : await undoneProspect(id, undone, event.locals.locale)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const answer = await updateProspect({ person, locale }, event.params.id, await event.request.formData());
		if ('missing' in answer) error(404, { message: `no prospect ${event.params.id}` });
		if ('saved' in answer) redirect(303, localePath(`/staff/prospects/${answer.saved}`, locale));
		return fail(answer.conflict ? 409 : 400, answer);
	}
};
