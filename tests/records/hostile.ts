import { alliance } from '#db/seeds/alliance.ts';
import type { Seed } from '#db/seeds/seed.ts';
import { factsWith } from './filled.ts';

/** A name that ends an attribute, opens an element, ends a script and starts another, where anything lets it. */
export const HOSTILE = `<img src=x onerror=alert(1)>"'&</script><script>alert(2)</script><!--`;
/** The same for the places that take only a few characters. */
export const HOSTILE_SHORT = `<img src=x onerror=alert(3)>"'&`;

const both = (text: string) => ({ zh: text, en: text });
const cited = [{ sourceId: 'hostile-source' }];

/** The recorded facts, and beside them one record of each type that carries the hostile name wherever text may stand. */
export const hostileFacts: Seed = {
	...factsWith({
		source: [
			{
				id: 'hostile-source',
				title: both(HOSTILE),
				publisher: both(HOSTILE_SHORT),
				published: '2024-05-01',
				url: 'https://example.org/?a="><script>alert(4)</script>',
				remark: both(HOSTILE)
			}
		],
		member: [
			{
				id: 'hostile-member',
				name: both(HOSTILE),
				aliases: [HOSTILE_SHORT],
				kind: 'other',
				kindBasis: 'stated',
				city: '320200',
				cityBasis: 'stated',
				district: '320214',
				districtBasis: 'stated',
				point: { lon: 120.36, lat: 31.5 },
				remark: both(HOSTILE),
				citations: cited
			}
		],
		event: [
			{
				id: 'hostile-event',
				kind: 'forum',
				title: both(HOSTILE),
				short: both(HOSTILE_SHORT),
				held: '2024-05-01',
				city: '320200',
				venue: both(HOSTILE_SHORT),
				summary: both(HOSTILE),
				citations: cited
			}
		],
		membership: [
			{
				id: 'hostile-membership',
				memberId: 'hostile-member',
				eventId: 'hostile-event',
				joined: '2024-05-01',
				joinedBasis: 'stated',
				citations: cited
			}
		],
		partner: [
			{
				id: 'hostile-partner',
				name: both(HOSTILE),
				kind: 'other',
				seat: both(HOSTILE_SHORT),
				seatBasis: 'stated',
				citations: cited
			}
		],
		project: [
			{
				id: 'hostile-project',
				title: both(HOSTILE),
				category: 'other',
				status: 'active',
				since: '2024-05-01',
				cities: ['320200', '341100'],
				memberIds: ['hostile-member'],
				partnerIds: ['hostile-partner'],
				remark: both(HOSTILE),
				citations: cited
			}
		],
		reported_total: [
			{ id: 'hostile-total', metric: 'members', on: '2024-05-01', qualifier: 'about', value: 40, remark: both(HOSTILE), citations: cited }
		],
		region_group: [{ id: 'hostile-group', name: both(HOSTILE), short: both(HOSTILE_SHORT), areas: ['320200', '341100'], citations: cited }],
		prospect: [],
		target: []
	}),
	settings: {
		...alliance.settings,
		organisation: { name: both(HOSTILE), short: both(HOSTILE_SHORT), seatCity: '320200', founded: '2020-11-21', sourceIds: ['hostile-source'] }
	}
};
