import { fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { fieldsOf } from '#lib/server/form.ts';
import { accept, offerOf } from '#lib/server/invitation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ offer: await offerOf(event) });

export const actions: Actions = {
	default: async (event) => {
		const given = fieldsOf(await event.request.formData(), ['name', 'email', 'password', 'again'], 300);
		const errors = await accept(event, given);
		if (errors) return fail(400, { errors, name: given.name, email: given.email });
		redirect(303, localePath('/staff', event.locals.locale));
	}
};
