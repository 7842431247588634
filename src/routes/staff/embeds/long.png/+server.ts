import { error } from '@sveltejs/kit';
import { builtEmbed } from '#lib/server/embed-desk.ts';
import { answerLong } from '#lib/server/embed-long.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requireRole(event, 'viewer');
	const { url, locals, request } = event;
	return (await answerLong(builtEmbed(url.searchParams, locals.locale), url.origin, request)) ?? error(404, { message: 'not found' });
};
