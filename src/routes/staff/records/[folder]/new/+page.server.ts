import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { recordPath, typeOfFolder } from '#lib/i18n/record-address.ts';
import { districtChoices, newForm } from '#lib/server/record-form.ts';
import { saveForm } from '#lib/server/record-save.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	const { locale } = event.locals;
	const type = typeOfFolder(event.params.folder) ?? error(404, { message: 'there are no such records' });
	return { type, state: await newForm(type, event.url.searchParams, locale), districts: districtChoices(type, locale) };
};

export const actions: Actions = {
	save: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const type = typeOfFolder(event.params.folder) ?? error(404, { message: 'there are no such records' });
		const outcome = await saveForm(type, null, await event.request.formData(), { person, locale });
		if ('refused' in outcome) return fail(422, { state: outcome.refused });
		if ('gone' in outcome) error(409, { message: 'the record was made by somebody else' });
		redirect(303, `${localePath(recordPath(type, outcome.saved.id), locale)}?done=created`);
	}
};
