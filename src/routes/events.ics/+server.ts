import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import { calendar } from '#lib/server/export/calendar.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerPublicly(event, async () => ({ body: await calendar({ reading: readingOf(event), origin: event.url.origin }), type: 'text/calendar; charset=utf-8' }));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
