import { fail } from '@sveltejs/kit';
import { requireRole } from '#lib/server/rights.ts';
import { endShare, makeShare, shares } from '#lib/server/share-desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	return { ...(await shares()), path: event.url.searchParams.get('path')?.slice(0, 2000) ?? '' };
};

export const actions: Actions = {
	make: async (event) => {
		const person = requireRole(event, 'editor');
		const outcome = await makeShare(await event.request.formData(), event.url.origin, person);
		return 'made' in outcome ? outcome : fail(400, outcome);
	},
	revoke: async (event) => {
		requireRole(event, 'editor');
		return (await endShare(await event.request.formData())) ? { revoked: true } : fail(409, { revoked: false });
	}
};
