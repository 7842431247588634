import { fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { createProspect, newProspectForm } from '#lib/server/prospect-save.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	subject: await newProspectForm(requireRole(event, 'editor'), event.url.searchParams)
});

export const actions: Actions = {
	default: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const answer = await createProspect({ person, locale }, await event.request.formData());
		if ('saved' in answer) redirect(303, localePath(`/staff/prospects/${answer.saved}`, locale));
		return fail(answer.alike ? 409 : 400, answer);
	}
};
