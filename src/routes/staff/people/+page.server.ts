import { fail } from '@sveltejs/kit';
import { fieldOf, fieldsOf } from '#lib/server/form.ts';
import { invite, people, withdraw } from '#lib/server/people.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'admin');
	return people();
};

export const actions: Actions = {
	invite: async (event) => {
		const person = requireRole(event, 'admin');
		const given = fieldsOf(await event.request.formData(), ['label', 'role'], 300);
		const made = await invite(event, person, given);
		return 'errors' in made ? fail(400, { ...given, errors: made.errors }) : { link: made.link };
	},
	withdraw: async (event) => {
		const person = requireRole(event, 'admin');
		return { withdrawn: await withdraw(person, fieldOf(await event.request.formData(), 'id', 80)) };
	}
};
