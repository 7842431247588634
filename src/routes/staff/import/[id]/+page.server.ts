import { fail } from '@sveltejs/kit';
import { cancelImport, checkImport, commitImport, decideImport, importView, reopenImport } from '#lib/server/import.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	return importView(event.params.id, event.url.searchParams, event.locals.locale);
};

export const actions: Actions = {
	check: async (event) => {
		requireRole(event, 'editor');
		const form = await event.request.formData();
		const fault = await checkImport(event.params.id, form, event.locals.locale);
		if (fault) return fail(400, { ...fault, chosen: Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')) });
	},
	decide: async (event) => {
		requireRole(event, 'editor');
		await decideImport(event.params.id, await event.request.formData());
	},
	commit: async (event) => {
		requireRole(event, 'editor');
		const reason = (await event.request.formData()).get('reason');
		const isBegun = await commitImport(event.params.id, typeof reason === 'string' ? reason.slice(0, 500) : '', event.locals.locale);
		if (!isBegun) return fail(409, { early: true });
	},
	cancel: async (event) => {
		requireRole(event, 'editor');
		await cancelImport(event.params.id);
	},
	columns: async (event) => {
		requireRole(event, 'editor');
		await reopenImport(event.params.id, 'columns');
	},
	again: async (event) => {
		requireRole(event, 'editor');
		await reopenImport(event.params.id, 'check');
	}
};
