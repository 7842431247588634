import { answerOperation } from '#lib/server/api/answer-operation.ts';
import { answerPublicly, methodRefused, optionsAnswer } from '#lib/server/api/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerPublicly(event, () => answerOperation(event));
export const OPTIONS: RequestHandler = optionsAnswer;
export const fallback: RequestHandler = methodRefused;
