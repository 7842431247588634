import { fail, redirect } from '@sveltejs/kit';
import { destinationOf } from '#domain/destination.ts';
import { localePath } from '#lib/i18n/address.ts';
import { fieldOf } from '#lib/server/form.ts';
import { awaitsCode, giveCode } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ cookies, locals, url }) => {
	const to = destinationOf(url.searchParams.get('to'));
	if (!awaitsCode({ cookies })) redirect(303, `${localePath('/login', locals.locale)}?to=${encodeURIComponent(to)}`);
	return { to };
};

async function answer(event: RequestEvent, kind: 'authenticator' | 'recovery') {
	const form = await event.request.formData();
	const code = fieldOf(form, 'code', 40);
	if (code.trim() === '') return fail(400, { kind, missing: true });
	const answered = await giveCode(event, code, kind);
	if (answered === 'in') redirect(303, destinationOf(fieldOf(form, 'to', 2000)));
	return fail(answered.refused === 'tries' ? 429 : 401, { kind, refusal: answered });
}

export const actions: Actions = {
	code: (event) => answer(event, 'authenticator'),
	recovery: (event) => answer(event, 'recovery')
};
