import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import { robots } from '#lib/server/export/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerPublicly(event, async () => ({ body: robots(event.url.origin), type: 'text/plain; charset=utf-8' }));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
