import type { OrganisationInput } from '#domain/organisation.ts';

/** The alliance itself. No source gives it an English name. */
export const organisation: OrganisationInput = {
	name: { zh: '长三角一体化太湖融合创新联盟' },
	short: { zh: '太湖融合创新联盟' },
	seatCity: '320200',
	seatRemark: {
		zh: '在无锡成立，历次活动亦在无锡；登记住所未见报道。',
		en: 'Founded in Wuxi, where it also meets; its registered seat is not reported.'
	},
	founded: '2020-11-21',
	sourceIds: ['shangguan-xinwen-2020-11-23', 'tongzhouwan-2023-09-27']
};
