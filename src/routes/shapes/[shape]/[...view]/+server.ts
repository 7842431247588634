import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import { shapedView } from '#lib/server/export/ask.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerPublicly(event, () => shapedView(event));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
