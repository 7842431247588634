import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { builder, builtEmbed } from '#lib/server/embed-desk.ts';
import { freezeEmbed } from '#lib/server/embed-frozen.ts';
import { actorOf, requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'viewer');
	const { url, locals } = event;
	return builder(builtEmbed(url.searchParams, locals.locale), locals.locale, url.origin);
};

const label = v.pipe(v.string(), v.trim(), v.minLength(1, 'labelMissing'), v.maxLength(100, 'labelLong'));

export const actions: Actions = {
	/** Freezes the embed that the address describes. */
	freeze: async (event) => {
		const person = requireRole(event, 'editor');
		const given = (await event.request.formData()).get('label');
		const read = v.safeParse(label, given ?? '');
		const text = typeof given === 'string' ? given : '';
		if (!read.success) return fail(400, { label: text, complaint: read.issues[0].message as 'labelMissing' | 'labelLong' });
		const frozen = await freezeEmbed(builtEmbed(event.url.searchParams, event.locals.locale), read.output, actorOf(person));
		if (!frozen) return fail(400, { label: text, complaint: 'cityMissing' as const });
		return { frozen: frozen.label };
	}
};
