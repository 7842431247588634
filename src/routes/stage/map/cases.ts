import { MEMBER_KINDS } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import type { KindCount, SceneDot, SceneLink } from '#lib/picture/map/scene.ts';

/** What a stage case puts on the map. Invented numbers; `subject` is a city, a province, or null for the region. */
export type StageCase = {
	readonly subject: Adcode | null;
	/** Null: not known. */
	readonly kindsOf: (code: Adcode) => readonly KindCount[] | null;
	readonly muted?: (code: Adcode) => boolean;
	readonly outlined?: readonly Adcode[];
	readonly links?: readonly SceneLink[];
	readonly dots?: readonly SceneDot[];
	readonly unplaced?: number;
	/** Name in place of Wuxi's. */
	readonly named?: string;
};

const FEW: Readonly<Record<Adcode, readonly KindCount[]>> = {
	'310000': [
		{ kind: 'institute', members: 1 },
		{ kind: 'association', members: 1 }
	],
	'320200': [
		{ kind: 'institute', members: 2 },
		{ kind: 'think_tank', members: 1 },
		{ kind: 'park', members: 2 },
		{ kind: 'museum', members: 1 },
		{ kind: 'enterprise', members: 1 }
	],
	'320600': [{ kind: 'park', members: 1 }],
	'320700': [{ kind: 'park', members: 1 }],
	'330400': [{ kind: 'institute', members: 1 }],
	'330500': [{ kind: 'association', members: 1 }],
	'340500': [{ kind: 'think_tank', members: 1 }],
	'341100': [
		{ kind: 'park', members: 2 },
		{ kind: 'government', members: 1 }
	]
};
const TAIHU_RIM = ['310000', '320200', '320400', '320500', '330400', '330500'];
const HUB: readonly SceneLink[] = Object.keys(FEW)
	.filter((code) => code !== '320200')
	.map((code, i) => ({ from: '320200', to: code, label: `320200 – ${code}`, href: '/projects', weight: i + 1 }));

/** Members spread over every area: more in some than in others, the same on each visit. */
function many(code: Adcode): KindCount[] {
	const digits = [...code].map(Number);
	return MEMBER_KINDS.flatMap((kind, i) => {
		const members = (digits[2]! * 5 + digits[3]! * 3 + digits[5]! * 7 + i * 4) % 11;
		return members > 6 ? [{ kind, members }] : [];
	});
}

export const CASES: Readonly<Record<string, StageCase>> = {
	few: { subject: null, kindsOf: (code) => FEW[code] ?? [], links: HUB, unplaced: 3 },
	plain: { subject: null, kindsOf: (code) => FEW[code] ?? [] },
	none: { subject: null, kindsOf: () => [] },
	many: { subject: null, kindsOf: many },
	unknown: { subject: null, kindsOf: (code) => (code < '320000' || code > '339999' ? null : (FEW[code] ?? [])) },
	group: {
		subject: null,
		kindsOf: (code) => FEW[code] ?? [],
		muted: (code) => !TAIHU_RIM.includes(code),
		outlined: TAIHU_RIM
	},
	hostile: { subject: null, kindsOf: (code) => FEW[code] ?? [], named: '<img src=x onerror=alert(1)>' },
	province: { subject: '330000', kindsOf: (code) => FEW[code] ?? [] },
	shanghai: { subject: '310000', kindsOf: many },
	zhoushan: { subject: '330900', kindsOf: () => [] },
	city: {
		subject: '320200',
		kindsOf: (code) => (code === '320211' ? FEW['320200']! : code === '320282' ? [{ kind: 'park', members: 1 }] : []),
		dots: [{ point: { lon: 120.28, lat: 31.52 }, kind: 'museum', name: '示例文博场馆', href: '/members' }],
		links: [{ from: '320211', to: { lon: 119.2, lat: 31.6 }, label: '示例项目', href: null, weight: 1 }]
	}
};
