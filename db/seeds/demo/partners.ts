import type { PartnerInput } from '#domain/partner.ts';
import type { MemberKind } from '#domain/member.ts';
import { namer } from './names.ts';
import type { Random } from './random.ts';

const PARTNERS = 40;

const SEATS: readonly (readonly [zh: string, en: string])[] = [
	['北京', 'Beijing'],
	['广州', 'Guangzhou'],
	['深圳', 'Shenzhen'],
	['香港', 'Hong Kong'],
	['武汉', 'Wuhan'],
	['成都', 'Chengdu'],
	['西安', "Xi'an"],
	['大阪', 'Osaka'],
	['新加坡', 'Singapore'],
	['慕尼黑', 'Munich']
];

const KINDS: readonly MemberKind[] = ['institute', 'university', 'association', 'think_tank', 'enterprise'];

/** Outside partners; one in ten whose seat nobody found. */
export function partnersOf(random: Random, sourceId: string): PartnerInput[] {
	const name = namer(random);
	return Array.from({ length: PARTNERS }, (_, i) => {
		const [zh, en] = random.pick(SEATS);
		const kind = random.pick(KINDS);
		const known = random.chance(0.9);
		return {
			id: `shili-huoban-${String(i + 1).padStart(2, '0')}`,
			name: name(known ? { zh, en } : { zh: '域外', en: 'Outside' }, kind),
			kind,
			seat: known ? { zh, en } : null,
			seatBasis: known ? 'stated' : 'unknown',
			citations: [{ sourceId }]
		};
	});
}
