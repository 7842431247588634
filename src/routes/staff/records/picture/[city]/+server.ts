import { error, json } from '@sveltejs/kit';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { city } from '#geo/regions/city.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requireRole(event, 'viewer');
	const code = event.params.city;
	const picture = city(code) ? await areaPicture(code) : undefined;
	if (!picture) error(404, { message: 'there is no such city' });
	const { width, height, projection, areas, water } = picture;
	return json({ width, height, projection, areas, lakes: water.lakes.map(({ d }) => d) });
};
