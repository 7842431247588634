import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { addMonths } from '#domain/day.ts';
import { BLANK_TARGET } from '#domain/target-form.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import { targetChoices } from '#lib/server/target.ts';
import { saveTarget, sentTarget } from '#lib/server/target-write.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	const reading = readingOf(event);
	const { today } = reading;
	const given = (name: string): string => event.url.searchParams.get(name)?.slice(0, 100) ?? '';
	const typed = { ...BLANK_TARGET, start: today, due: addMonths(today, 12), partOf: given('partOf'), province: given('province'), city: given('city'), group: given('group'), kind: given('kind') };
	return { id: `mubiao-${randomUUID()}`, typed, choices: await targetChoices(reading, null) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = requireRole(event, 'editor');
		const reading = readingOf(event);
		const sent = await sentTarget(event.request);
		const outcome = await saveTarget(person, sent.id, sent, reading);
		if ('saved' in outcome) redirect(303, linkTo(`/staff/targets/${sent.id}`, reading.locale, reading.view));
		return fail('gone' in outcome || outcome.conflict ? 409 : 400, { id: sent.id, ...outcome });
	}
};
