import { fail } from '@sveltejs/kit';
import * as own from '#lib/server/account.ts';
import { fieldOf, fieldsOf } from '#lib/server/form.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ account: await own.account(requireRole(event, 'viewer'), event.locals.sessionId) });

/** A refused form of one section: which, and why. */
const refused = (section: 'profile' | 'password' | 'factor', complaint: own.Complaint) =>
	fail('refused' in complaint ? 429 : 400, { section, errors: 'errors' in complaint ? complaint.errors : {}, refusal: 'refused' in complaint ? complaint : null });

export const actions: Actions = {
	rename: async (event) => {
		const person = requireRole(event, 'viewer');
		const name = fieldOf(await event.request.formData(), 'name', 200);
		const complaint = await own.rename(person, name);
		return complaint ? refused('profile', complaint) : { done: 'profile' as const };
	},
	password: async (event) => {
		const person = requireRole(event, 'viewer');
		const complaint = await own.changePassword(event, person, fieldsOf(await event.request.formData(), ['current', 'password', 'again'], 300));
		return complaint ? refused('password', complaint) : { done: 'password' as const };
	},
	end: async (event) => {
		const person = requireRole(event, 'viewer');
		await own.end(person, event.locals.sessionId, fieldOf(await event.request.formData(), 'session', 80));
		return { done: 'session' as const };
	},
	enrol: async (event) => {
		const person = requireRole(event, 'viewer');
		const begun = await own.beginEnrolment(event, person, fieldOf(await event.request.formData(), 'password', 300));
		return 'uri' in begun ? { enrolment: begun } : refused('factor', begun);
	},
	confirm: async (event) => {
		const person = requireRole(event, 'viewer');
		const { code, uri, codes } = fieldsOf(await event.request.formData(), ['code', 'uri', 'codes']);
		const complaint = await own.confirmEnrolment(event, person, code);
		if (!complaint) return { done: 'factor' as const };
		const { status, data } = refused('factor', complaint);
		return fail(status, { ...data, enrolment: own.enrolmentOf(uri, codes.split(' ').filter(Boolean).slice(0, 20)) });
	},
	disable: async (event) => {
		const person = requireRole(event, 'viewer');
		const complaint = await own.endSecondFactor(event, person, fieldOf(await event.request.formData(), 'password', 300));
		return complaint ? refused('factor', complaint) : { done: 'factorOff' as const };
	},
	codes: async (event) => {
		const person = requireRole(event, 'viewer');
		const made = await own.newRecoveryCodes(event, person, fieldOf(await event.request.formData(), 'password', 300));
		return 'recoveryCodes' in made ? { recoveryCodes: made.recoveryCodes } : refused('factor', made);
	}
};
