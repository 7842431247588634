import { fail } from '@sveltejs/kit';
import { openShare, openWithPassword } from '#lib/server/share.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ share: await openShare(event) });

export const actions: Actions = {
	default: async (event) => {
		const password = (await event.request.formData()).get('password');
		await openWithPassword(event, typeof password === 'string' ? password.slice(0, 200) : '');
		return fail(403, { wrong: true });
	}
};
