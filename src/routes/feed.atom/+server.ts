import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import { atomFeed } from '#lib/server/export/feed.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerPublicly(event, async () => ({ body: await atomFeed({ reading: readingOf(event), origin: event.url.origin }), type: 'application/atom+xml; charset=utf-8' }));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
