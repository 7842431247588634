import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { prospectForm, updateProspect } from '#lib/server/prospect-save.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	return { subject: (await prospectForm(event.params.id)) ?? error(404, { message: `no prospect ${event.params.id}` }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const answer = await updateProspect({ person, locale }, event.params.id, await event.request.formData());
		if ('missing' in answer) error(404, { message: `no prospect ${event.params.id}` });
		if ('saved' in answer) redirect(303, localePath(`/staff/prospects/${answer.saved}`, locale));
		return fail(answer.merged ? 409 : 400, answer);
	}
};
