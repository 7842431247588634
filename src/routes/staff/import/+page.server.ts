import { fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { recentImports, uploadImport } from '#lib/server/import.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	return { imports: await recentImports() };
};

export const actions: Actions = {
	upload: async (event) => {
		const person = requireRole(event, 'editor');
		const form = await event.request.formData();
		const made = await uploadImport(form, person, event.locals.locale);
		if ('wrong' in made) return fail(400, { wrong: made.wrong, type: form.get('type') === 'prospects' ? 'prospects' : 'members' });
		redirect(303, localePath(`/staff/import/${made.id}`, event.locals.locale));
	}
};
