import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import type { LayoutServerLoad } from './$types';

/** Stage pages show parts on made-up cases, for looking and for browser tests; visitors never get one. */
export const load: LayoutServerLoad = () => {
	if (!dev && env.STAGE !== '1') error(404, 'not found');
};
