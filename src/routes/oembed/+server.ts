import { answerOembed } from '#lib/server/oembed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url, fetch }) => answerOembed(url.searchParams, url.origin, (path) => fetch(path, { credentials: 'omit', headers: { accept: 'text/html' } }));
