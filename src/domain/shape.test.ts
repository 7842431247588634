import { expect, test } from 'vitest';
import { readShape, SHAPES, shapePath, shapesOf } from './shape.ts';

test.each([
	['/dashboard.csv', { path: '/', shape: 'csv' }],
	['/cities/320200.geojson', { path: '/cities/320200', shape: 'geojson' }],
	['/growth.png', { path: '/growth', shape: 'png' }],
	['/members/hongdou-jituan.json', { path: '/members/hongdou-jituan', shape: 'json' }],
	['/.csv', null],
	['/cities.csv', null],
	['/growth.geojson', null],
	['/members/a.png', null],
	['/members/a/b.csv', null],
	['/wall.svg', null],
	['/cities/320200', null],
	['/cities/320200.CSV', null],
	['/icon.svg', null]
])('%s', (pathname, read) => {
	expect(readShape(pathname)).toEqual(read);
});

test('what is written is read back', () => {
	for (const path of ['/', '/compare', '/links', '/groups/yrd_core_27', '/projects', '/figures/members', '/events/a'])
		for (const shape of SHAPES) expect(readShape(shapePath(path, shape)), path).toEqual(shapesOf(path).includes(shape) ? { path, shape } : null);
});
