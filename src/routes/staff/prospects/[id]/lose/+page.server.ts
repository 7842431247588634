import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { prospectForm } from '#lib/server/prospect-save.ts';
import { moveProspect, textTyped, versionTyped } from '#lib/server/prospect-write.ts';
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
		const form = await event.request.formData();
		const why = textTyped(form, 'lostReason');
		const done = await moveProspect({ person, locale }, event.params.id, versionTyped(form), 'lost', why);
		if (!('problem' in done)) redirect(303, localePath('/staff/prospects', locale));
		if (done.problem === 'missing') error(404, { message: `no prospect ${event.params.id}` });
		return fail(409, { why, refused: done });
	}
};
