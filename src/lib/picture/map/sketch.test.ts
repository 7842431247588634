import { expect, test } from 'vitest';
import type { LaidLabel } from './layouts.ts';
import type { Scene, SceneArea } from './scene.ts';
import { sketchFrame } from './sketch.ts';

const area = (code: string, more: Partial<SceneArea> = {}): SceneArea => ({
	...{ code, name: code, href: `/cities/${code}`, value: 2, step: 1, title: `${code}: 2`, pinyin: code, initials: code, neighbours: [] },
	kinds: [{ kind: 'park', members: 2 }, { kind: 'museum', members: 0 }],
	...more
});
const scene: Scene = {
	areas: [area('320200'), area('310000', { step: null, muted: true, kinds: [] })],
	outlines: [],
	links: [{ from: '320200', to: '310000', label: 'two projects', href: '/links', weight: 2 }],
	dots: [],
	caption: 'a map'
};
const at = { code: '320200', dx: 0.5, dy: -1, anchor: 'start', leader: true } as const;
const label: LaidLabel = {
	item: { code: '320200', text: '无锡', figure: '2', kind: 'covered', x: 0.5, y: 0.4, radius: 0.6, rank: 1 },
	places: [
		{ at: ['s', 'n'], placed: { ...at, bare: true } },
		{ at: ['l'], placed: { ...at, bare: false } }
	]
};

test('a sketch is told what is seen of a map, and nothing else', () => {
	const { areas, links } = sketchFrame(scene, [], 900);
	expect(areas).toEqual([
		{ code: '320200', step: 1, muted: false, kinds: [{ kind: 'park', members: 2 }] },
		{ code: '310000', step: null, muted: true, kinds: [] }
	]);
	expect(links).toEqual([{ from: '320200', to: '310000', weight: 2, visit: false }]);
});

test('a name stands where it was laid at this width, without its figure where there is no room', () => {
	const { code: _, ...place } = at;
	const told = { ...place, text: '无锡', kind: 'covered', x: 0.5, y: 0.4, radius: 0.6 };
	expect(sketchFrame(scene, [label], 900).labels).toEqual([{ ...told, figure: '2' }]);
	expect(sketchFrame(scene, [label], 400).labels).toEqual([{ ...told, figure: null }]);
	expect(sketchFrame(scene, [label], 500).labels).toEqual([]);
});

test('what is told can travel to a worker', () => {
	const frame = sketchFrame(scene, [label], 900);
	expect(structuredClone(frame)).toEqual(frame);
});
