import { beforeAll, describe, expect, it } from 'vitest';
import { cities } from '../regions/city.ts';
import { districts } from '../regions/district.ts';
import { provinces } from '../regions/province.ts';
import {
	arcProblems,
	areaProblems,
	codeProblems,
	failOn,
	labelProblems,
	lakeProblems,
	nameProblems,
	neighbourProblems,
	ringProblems
} from './checks.ts';
import { readSource, type Source } from './source.ts';
import { countyTopology, mergeAreas, type Counties } from './topology.ts';
import { readWater } from './water.ts';

let source: Source;
let counties: Counties;
beforeAll(() => {
	source = readSource();
	counties = countyTopology(source.counties);
});

/** The source with the coordinates of one county changed. */
function withCounty(code: string, change: (polygons: number[][][][]) => number[][][][]): Counties {
	const features = source.counties.features.map((county) =>
		county.properties.gb.endsWith(code)
			? { ...county, geometry: { ...county.geometry, coordinates: change(county.geometry.coordinates) } }
			: county
	);
	return countyTopology({ ...source.counties, features });
}

describe('codes', () => {
	const listed = [{ code: '320200', name: '无锡市' }, { code: '320300', name: '徐州市' }];
	it('must all be there, under the name of the list', () => {
		expect(codeProblems('cities', [{ adcode: '320200', zh: '无锡市' }, { adcode: '320300', zh: '徐州市' }], listed)).toEqual([]);
		expect(codeProblems('cities', [{ adcode: '320200', zh: '无锡市' }], listed)).toEqual(['cities: 320300 徐州市 is missing']);
	});
	it('must have no stranger and no other name among them', () => {
		const ours = [{ adcode: '320200', zh: '梁溪市' }, { adcode: '320300', zh: '徐州市' }, { adcode: '320999', zh: '某市' }];
		expect(codeProblems('cities', ours, listed)).toEqual([
			'cities: 320200 梁溪市 is “无锡市” to the ministry',
			'cities: 320999 某市 is “unknown” to the ministry'
		]);
	});
});

describe('names', () => {
	it('must all be there', () => {
		expect(nameProblems('districts', districts)).toEqual([]);
		const [first] = cities;
		expect(nameProblems('cities', [{ ...first!, zh: '' }])).toEqual(['cities: 310000 has no Chinese name']);
		expect(nameProblems('cities', [{ ...first!, en: '上海' }])).toEqual(['cities: 310000 has no English name']);
		expect(nameProblems('cities', [{ ...first!, pinyin: 'lü' }])).toEqual(['cities: 310000 has no reading']);
	});
	it('must differ', () => {
		const twice = cities.map((city) => ({ ...city, enFull: city.en }));
		expect(nameProblems('cities', twice)).toHaveLength(4);
	});
});

describe('neighbours', () => {
	it('must know each other', () => {
		expect(neighbourProblems('cities', cities)).toEqual([]);
		const one = [{ adcode: '1', neighbours: ['2'] }, { adcode: '2', neighbours: [] }];
		expect(neighbourProblems('cities', one)).toEqual(['cities: 1 names 2 as a neighbour, not the other way round']);
		expect(neighbourProblems('cities', [{ adcode: '1', neighbours: ['1'] }])).toHaveLength(1);
	});
});

describe('labels', () => {
	const areas = () => mergeAreas(counties, (code) => (code.startsWith('3202') ? code : null));
	const labels = districts.filter(({ city }) => city === '320200').map(({ adcode, label }) => ({ adcode, label }));
	it('must lie in their own area', () => {
		expect(labelProblems('districts', labels, areas(), counties)).toEqual([]);
		const [first, second] = labels;
		const swapped = [{ ...first!, label: second!.label }];
		expect(labelProblems('districts', swapped, areas(), counties)).toEqual([
			`districts: the label of ${first!.adcode} lies in ${second!.adcode}`
		]);
		expect(labelProblems('districts', [{ ...first!, label: [0, 0] }], areas(), counties)[0]).toContain('lies in none');
	});
});

describe('borders', () => {
	it('must be shared', () => expect(arcProblems(counties)).toEqual([]));
	it('must not leave a gap where a county was moved', () => {
		const moved = withCounty('320213', (polygons) =>
			polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x! + 0.001, y!])))
		);
		expect(arcProblems(moved).join()).toContain('gap or overlap');
	});
	it('must not overlap where one corner was moved', () => {
		const bent = withCounty('320213', (polygons) =>
			polygons.map((rings) => rings.map((ring) => ring.map(([x, y], i) => (i === 3 ? [x! + 0.01, y!] : [x!, y!]))))
		);
		expect(arcProblems(bent).join()).toContain('gap or overlap');
	});
	it('must not belong to three', () => {
		const [county] = source.counties.features.filter(({ properties }) => properties.gb === '156320213');
		const twin = { ...county!, properties: { ...county!.properties, gb: '156320299' } };
		const doubled = countyTopology({ ...source.counties, features: [...source.counties.features, twin] });
		expect(arcProblems(doubled).join()).toContain('not used once by each of two districts');
	});
});

describe('islands', () => {
	it('must all be kept', () => {
		expect(ringProblems(counties, counties)).toEqual([]);
		const fewer = withCounty('330922', (polygons) => polygons.slice(1));
		expect(ringProblems(counties, fewer)[0]).toMatch(/^districts: 330922 has \d+ rings, not \d+$/);
	});
	it('must not fall flat', () => {
		const flat = withCounty('330922', ([first, ...rest]) => [first!.map((ring) => ring.map(() => ring[0]!)), ...rest]);
		expect(ringProblems(counties, flat)).toContain('districts: 1 rings of 330922 have fallen flat');
	});
});

describe('areas', () => {
	it('must add up to the region', () => {
		expect(areaProblems({ provinces: [...provinces] })).toEqual([]);
		expect(areaProblems({ provinces: provinces.slice(1) })[0]).toContain('not about 354685');
	});
});

describe('Taihu', () => {
	it('must be there, and be Taihu', () => {
		const { lakes } = readWater(source.naturalEarth, counties);
		expect(lakeProblems(lakes)).toEqual([]);
		expect(lakeProblems(lakes.filter(({ id }) => id !== 'taihu'))).toEqual(['太湖 is missing']);
		const wrong = lakes.map((lake) => ({ ...lake, geometry: lakes.find(({ id }) => id === 'chaohu')!.geometry }));
		expect(lakeProblems(wrong)[0]).toMatch(/^太湖 has 783 km²/);
	});
	it('is missed at once when the package has lost it', () => {
		const dry = structuredClone(source.naturalEarth);
		dry.objects.lakes.geometries = [];
		expect(() => readWater(dry, counties)).toThrow('太湖 is not among the lakes');
	});
});

it('a failed build names every problem', () => {
	expect(() => failOn(['one', 'two'])).toThrow('- one\n- two');
	expect(() => failOn([])).not.toThrow();
});
