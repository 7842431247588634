import { json } from '@sveltejs/kit';
import { isFormType } from '#domain/form.ts';
import { suggestRecords } from '#lib/server/record-reference.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requireRole(event, 'viewer');
	const { searchParams } = event.url;
	const type = searchParams.get('type') ?? '';
	const q = searchParams.get('q') ?? '';
	return json({ suggestions: isFormType(type) && q.trim() !== '' ? await suggestRecords(type, q, event.locals.locale) : [] });
};
