import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { conversionForm, convertProspect } from '#lib/server/prospect-convert.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	return { subject: (await conversionForm(event.params.id)) ?? error(404, { message: `no prospect ${event.params.id}` }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const answer = await convertProspect({ person, locale }, event.params.id, await event.request.formData());
		if ('member' in answer) redirect(303, localePath(`/staff/prospects/${event.params.id}`, locale));
		if (!('problem' in answer)) return fail(answer.alike ? 409 : 400, { answer });
		if (answer.problem === 'missing') error(404, { message: `no prospect ${event.params.id}` });
		return fail(409, { refused: answer });
	}
};
