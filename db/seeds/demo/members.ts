import type { MemberInput, MemberKind } from '#domain/member.ts';
import { city } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import type { Random } from './random.ts';
import { namer } from './names.ts';
import { CITIES } from './waves.ts';

const KINDS: readonly (readonly [MemberKind, number])[] = [
	['institute', 14],
	['university', 9],
	['association', 20],
	['think_tank', 7],
	['park', 16],
	['museum', 5],
	['government', 8],
	['enterprise', 18],
	['other', 3]
];

/** The share of members whose location nobody verified, whose district is known, and of those whose point is. */
const UNPLACED = 0.04;
const WITH_DISTRICT = 0.86;
const WITH_POINT = 0.9;
/** How far from its label a point may lie, as a share of the district's extent. */
const SCATTER = 0.06;

/** Makes members one by one: `reach` says how far out the alliance reaches by then, `sourceId` what stands behind it. */
export function memberMaker(random: Random): (reach: number, sourceId: string) => MemberInput {
	const name = namer(random);
	let made = 0;
	return (reach, sourceId) => {
		const id = `shili-${String(++made).padStart(4, '0')}`;
		const kind = random.weighted(KINDS);
		const common = {
			id,
			kind,
			kindBasis: 'stated' as const,
			website: random.chance(0.4) ? `https://${id}.example.org` : null,
			citations: [{ sourceId }]
		};
		if (random.chance(UNPLACED))
			return { ...common, name: name({ zh: '长三角', en: 'Yangtze Delta' }, kind), cityBasis: 'unknown', districtBasis: 'unknown' };
		const code = random.weighted(CITIES.filter((c) => c.reach <= reach).map((c) => [c.code, c.weight] as const));
		const place = city(code);
		if (!place) throw new RangeError(`no such city: ${code}`);
		const named = name({ zh: place.zhShort, en: place.en }, kind);
		return {
			...common,
			name: { zh: named.zh, en: random.chance(0.8) ? named.en : null },
			city: code,
			cityBasis: random.chance(0.7) ? 'stated' : 'by_name',
			...seat(random, code)
		};
	};
}

function seat(random: Random, code: string): Pick<MemberInput, 'district' | 'districtBasis' | 'point'> {
	if (!random.chance(WITH_DISTRICT)) return { districtBasis: 'unknown' };
	const { adcode, label, box } = random.pick(districtsOf(code));
	const scatter = (from: number, to: number) => (random.next() - 0.5) * 2 * SCATTER * (to - from);
	const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
	const point = { lon: round(label[0] + scatter(box[0], box[2])), lat: round(label[1] + scatter(box[1], box[3])) };
	return {
		district: adcode,
		districtBasis: random.chance(0.8) ? 'stated' : 'related',
		point: random.chance(WITH_POINT) ? point : null
	};
}
