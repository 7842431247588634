import { answerEmbed } from '#lib/server/embed-route.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url, locals, request, fetch }) =>
	answerEmbed(params.path, url.searchParams, locals.locale, request, (path) => fetch(path, { credentials: 'omit', headers: { accept: 'text/html' } }));
