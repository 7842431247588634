import type { Bilingual } from '#domain/locale.ts';
import type { ApiAsked } from './asked.ts';
import * as figures from './figures.ts';
import type { ParameterName } from './parameter.ts';
import * as records from './records.ts';
import type { SchemaName } from './schema.ts';

/** One question that the interface answers. `{id}` in the path stands for an identifier or a code. */
export type Operation = {
	readonly path: string;
	readonly name: string;
	readonly about: Bilingual & { readonly en: string };
	readonly parameters: readonly ParameterName[];
	readonly schema: SchemaName;
	/** An address that answers, below the interface's own, for the documentation. */
	readonly example: string;
	/** How many values the start of a page of its list is made of; left out: the list is one page. */
	readonly keys?: number;
} & (
	| { readonly shape: 'list'; readonly make: (asked: ApiAsked) => Promise<{ items: readonly object[]; next: string | null; total: number }> }
	| { readonly shape: 'item'; readonly make: (asked: ApiAsked, id: string) => Promise<object | null> }
);

const WHEN = ['at', 'known'] as const;
const PAGE = ['limit', 'after', 'fields'] as const;
const PLACES = ['province', 'city', 'group'] as const;

/** Everything the interface answers: the routes, the checks and the documentation are made from this list. */
export const OPERATIONS: readonly Operation[] = [
	{
		path: '/members',
		name: 'listMembers',
		about: { zh: '成员单位，按名称拼音排序；默认只列当日在册的', en: 'Members by the pinyin of their name; those that belong on the day, unless `active` says otherwise' },
		parameters: [...WHEN, 'kind', ...PLACES, 'district', 'placed', 'event', 'active', 'q', ...PAGE],
		schema: 'Member',
		shape: 'list',
		example: '/members?city=320200&at=2023-12-31',
		keys: 2,
		make: records.members
	},
	{
		path: '/members/{id}',
		name: 'getMember',
		about: { zh: '一家成员及其全部成员资格', en: 'One member with all its memberships' },
		parameters: [...WHEN, 'fields'],
		schema: 'MemberRecord',
		shape: 'item',
		example: '/members/hongdou-jituan',
		make: records.memberRecord
	},
	{
		path: '/memberships',
		name: 'listMemberships',
		about: { zh: '成员资格，加盟晚的在前', en: 'Memberships, the latest joins first' },
		parameters: [...WHEN, 'member', 'event', 'active', ...PAGE],
		schema: 'Membership',
		shape: 'list',
		example: '/memberships?event=liuchengshi-jiameng-2023',
		keys: 2,
		make: records.memberships
	},
	{
		path: '/memberships/{id}',
		name: 'getMembership',
		about: { zh: '一项成员资格', en: 'One membership' },
		parameters: [...WHEN, 'fields'],
		schema: 'Membership',
		shape: 'item',
		example: '/memberships/hongdou-jituan-2020',
		make: records.membershipRecord
	},
	{
		path: '/projects',
		name: 'listProjects',
		about: { zh: '合作项目，新的在前', en: 'Projects, the newest first' },
		parameters: [...WHEN, ...PLACES, 'category', 'status', 'member', 'partner', 'q', ...PAGE],
		schema: 'Project',
		shape: 'list',
		example: '/projects?category=agreement',
		keys: 2,
		make: records.projects
	},
	{
		path: '/projects/{id}',
		name: 'getProject',
		about: { zh: '一个合作项目', en: 'One project' },
		parameters: [...WHEN, 'fields'],
		schema: 'Project',
		shape: 'item',
		example: '/projects/yanjiu-keti-2021',
		make: records.projectRecord
	},
	{
		path: '/events',
		name: 'listEvents',
		about: { zh: '活动，新的在前', en: 'Events, the newest first' },
		parameters: [...WHEN, 'province', 'city', 'event_kind', 'q', ...PAGE],
		schema: 'Event',
		shape: 'list',
		example: '/events?event_kind=ceremony',
		keys: 3,
		make: records.events
	},
	{
		path: '/events/{id}',
		name: 'getEvent',
		about: { zh: '一场活动', en: 'One event' },
		parameters: [...WHEN, 'fields'],
		schema: 'Event',
		shape: 'item',
		example: '/events/chengli-2020',
		make: records.eventRecord
	},
	{
		path: '/partners',
		name: 'listPartners',
		about: { zh: '域外伙伴，按名称拼音排序', en: 'Outside partners by the pinyin of their name' },
		parameters: [...WHEN, 'q', ...PAGE],
		schema: 'Partner',
		shape: 'list',
		example: '/partners',
		keys: 2,
		make: records.partners
	},
	{
		path: '/partners/{id}',
		name: 'getPartner',
		about: { zh: '一家域外伙伴', en: 'One outside partner' },
		parameters: [...WHEN, 'fields'],
		schema: 'Partner',
		shape: 'item',
		example: '/partners/xianggang-zhonghua-gongshang-zonghui',
		make: records.partnerRecord
	},
	{
		path: '/sources',
		name: 'listSources',
		about: { zh: '来源，新的在前', en: 'Sources, the newest first' },
		parameters: [...WHEN, ...PAGE],
		schema: 'Source',
		shape: 'list',
		example: '/sources?limit=10',
		keys: 1,
		make: records.sources
	},
	{
		path: '/sources/{id}',
		name: 'getSource',
		about: { zh: '一份来源', en: 'One source' },
		parameters: [...WHEN, 'fields'],
		schema: 'Source',
		shape: 'item',
		example: '/sources/wuxi-ribao-2023-09-27',
		make: records.sourceRecord
	},
	{
		path: '/cities',
		name: 'listCities',
		about: { zh: '各市的成员与合作项目', en: 'Cities with their members and projects' },
		parameters: [...WHEN, 'kind', 'province', 'group', 'category', 'fields'],
		schema: 'City',
		shape: 'list',
		example: '/cities?at=2021-06-30',
		make: figures.cities
	},
	{
		path: '/cities/{id}',
		name: 'getCity',
		about: { zh: '一座城市及其区县', en: 'One city and its districts' },
		parameters: [...WHEN, 'kind', 'category', 'fields'],
		schema: 'CityRecord',
		shape: 'item',
		example: '/cities/320200',
		make: figures.cityRecord
	},
	{
		path: '/provinces',
		name: 'listProvinces',
		about: { zh: '三省一市的成员与覆盖', en: 'The provinces with their members and coverage' },
		parameters: [...WHEN, 'kind', 'fields'],
		schema: 'Province',
		shape: 'list',
		example: '/provinces',
		make: figures.provinces
	},
	{
		path: '/provinces/{id}',
		name: 'getProvince',
		about: { zh: '一个省或直辖市', en: 'One province' },
		parameters: [...WHEN, 'kind', 'fields'],
		schema: 'Province',
		shape: 'item',
		example: '/provinces/320000',
		make: figures.provinceRecord
	},
	{
		path: '/groups',
		name: 'listGroups',
		about: { zh: '都市圈与片区的范围与覆盖', en: 'Region groups, their scope and coverage' },
		parameters: [...WHEN, 'kind', 'fields'],
		schema: 'Group',
		shape: 'list',
		example: '/groups',
		make: figures.groups
	},
	{
		path: '/groups/{id}',
		name: 'getGroup',
		about: { zh: '一个都市圈或片区', en: 'One region group' },
		parameters: [...WHEN, 'kind', 'fields'],
		schema: 'Group',
		shape: 'item',
		example: '/groups/yrd_core_27',
		make: figures.groupRecord
	},
	{
		path: '/coverage',
		name: 'getCoverage',
		about: { zh: '覆盖与总数：与首页同样的数字和句子', en: 'Coverage and totals: the figures and the sentence of the dashboard' },
		parameters: [...WHEN, 'kind', ...PLACES, 'category', 'fields'],
		schema: 'Coverage',
		shape: 'item',
		example: '/coverage?province=340000',
		make: figures.coverage
	},
	{
		path: '/growth',
		name: 'getGrowth',
		about: { zh: '成员增长，按类别或省市', en: 'How membership grew, by kind or by province' },
		parameters: [...WHEN, 'kind', ...PLACES, 'by', 'fields'],
		schema: 'Growth',
		shape: 'item',
		example: '/growth?by=province',
		make: figures.growth
	},
	{
		path: '/links',
		name: 'listLinks',
		about: { zh: '城市之间经合作项目与考察的联系', en: 'Links between cities by projects and visits' },
		parameters: [...WHEN, 'city', 'category', 'fields'],
		schema: 'Link',
		shape: 'list',
		example: '/links?city=320200',
		make: figures.links
	}
];

/** The operation that answers a path below the interface's own, and the identifier in it; null where there is none. */
export function operationAt(path: string): { readonly operation: Operation; readonly id: string } | null {
	const [, folder = '', id = '', more] = path.split('/');
	if (more !== undefined) return null;
	const wanted = id === '' ? `/${folder}` : `/${folder}/{id}`;
	const operation = OPERATIONS.find((one) => one.path === wanted);
	return operation ? { operation, id } : null;
}
