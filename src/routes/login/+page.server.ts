import { fail, redirect } from '@sveltejs/kit';
import { destinationOf } from '#domain/destination.ts';
import { localePath } from '#lib/i18n/address.ts';
import { fieldOf } from '#lib/server/form.ts';
import { signIn, signOut } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({ person: locals.person, to: destinationOf(url.searchParams.get('to')) });

export const actions: Actions = {
	in: async (event) => {
		const form = await event.request.formData();
		const email = fieldOf(form, 'email', 254);
		const password = fieldOf(form, 'password', 200);
		if (email.trim() === '' || password === '') return fail(400, { email, missing: email.trim() === '' ? ('email' as const) : ('password' as const) });
		const to = destinationOf(fieldOf(form, 'to', 2000));
		const answer = await signIn(event, email, password);
		if (answer === 'in') redirect(303, to);
		if (answer === 'code') redirect(303, `${localePath('/login/code', event.locals.locale)}?to=${encodeURIComponent(to)}`);
		return fail(answer.refused === 'tries' ? 429 : 401, { email, refusal: answer });
	},
	out: async (event) => {
		await signOut(event);
		redirect(303, localePath('/login', event.locals.locale));
	}
};
