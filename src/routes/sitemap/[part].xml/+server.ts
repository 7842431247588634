import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import { sitemapPart } from '#lib/server/export/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerPublicly(event, async () => ({ body: await sitemapPart(event.url.origin, event.params.part), type: 'application/xml; charset=utf-8' }));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
