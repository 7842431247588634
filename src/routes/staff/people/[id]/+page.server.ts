import { fail, type RequestEvent } from '@sveltejs/kit';
import { fieldOf } from '#lib/server/form.ts';
import { changePerson, giveRole, offerPassword, personOf } from '#lib/server/people.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'admin');
	return { subject: await personOf(event.params.id) };
};

const told = (answer: 'done' | 'last' | 'same') => (answer === 'last' ? fail(409, { told: answer }) : { told: answer });

const change = (what: Parameters<typeof changePerson>[2]) => async (event: RequestEvent<{ id: string }>) =>
	told(await changePerson(requireRole(event, 'admin'), event.params.id, what));

export const actions: Actions = {
	role: async (event) => {
		const person = requireRole(event, 'admin');
		return told(await giveRole(person, event.params.id, fieldOf(await event.request.formData(), 'role', 20)));
	},
	password: async (event) => {
		const person = requireRole(event, 'admin');
		return { link: await offerPassword(event, person, event.params.id) };
	},
	resetFactor: change('resetFactor'),
	deactivate: change('deactivate'),
	reactivate: change('reactivate')
};
