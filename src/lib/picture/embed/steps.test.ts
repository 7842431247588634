import { expect, test } from 'vitest';
import { cities } from '#geo/regions/city.ts';
import { toward } from '#geo/regions/direction.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { memberAreas } from '../map/member-areas.ts';
import { spots } from '../map/spots.ts';
import { stepsOf } from './steps.ts';

const sceneWith = (hrefOf: (code: string) => string | null) => memberAreas({ regions: cities, kindsOf: () => [], hrefOf, locale: 'zh-CN' });

test('each letter is the area that the same key leads to on the map of the dashboard', () => {
	const scene = sceneWith((code) => `/cities/${code}`);
	const steps = stepsOf(regionPicture, scene);
	expect(steps).toMatch(/^[A-Za-z[\\\]^_`-]+$/);
	expect(steps).toHaveLength(4 * cities.length);
	const places = spots(regionPicture, scene.areas);
	for (const [i, { code }] of scene.areas.entries())
		for (const [j, way] of (['up', 'down', 'left', 'right'] as const).entries()) {
			const letter = steps.charCodeAt(4 * i + j) - 65;
			expect(scene.areas[letter]?.code ?? null, `${code} ${way}`).toBe(toward(code, way, places));
		}
	expect(new Set(steps).size, 'every area can be reached').toBe(cities.length + 1);
});

test('what leads nowhere is no step', () => {
	const scene = sceneWith((code) => (code === '320200' || code === '320500' ? `/cities/${code}` : null));
	expect(stepsOf(regionPicture, scene)).toMatch(/^[AB-]{8}$/);
});
