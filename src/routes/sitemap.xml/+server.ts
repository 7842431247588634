import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import { sitemapIndex } from '#lib/server/export/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerPublicly(event, async () => ({ body: await sitemapIndex(event.url.origin), type: 'application/xml; charset=utf-8' }));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
