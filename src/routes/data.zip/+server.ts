import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import { archive } from '#lib/server/export/archive.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerPublicly(event, async () => ({
		body: await archive({ reading: readingOf(event), origin: event.url.origin }),
		type: 'application/zip',
		headers: { 'content-disposition': 'attachment; filename="taihu-atlas.zip"' }
	}));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
