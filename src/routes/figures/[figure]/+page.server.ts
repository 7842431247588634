import { error } from '@sveltejs/kit';
import { figureView } from '#lib/server/figure.ts';
import { figureText, FIGURES } from '#lib/i18n/figure.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	const view = await figureView(reading, event.params.figure);
	if (view) return { figure: view };
	const titles = figureText[reading.locale].definitions;
	error(404, { message: 'unknown figure', suggestions: FIGURES.map((id) => ({ href: `/figures/${id}`, text: titles[id].title })) });
};
