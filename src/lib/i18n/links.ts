import { messages } from './messages.ts';

/** Words of the page of links between cities. */
export const linksText = messages({
	'zh-CN': {
		title: '城市联系',
		/** 截至2026年11月22日，9座城市之间有12组联系。 */
		sentence: (day: string, cities: string, pairs: string, projects: string, visits: string) =>
			`截至${day}，${cities}座城市之间有${pairs}组联系，出自合作项目${projects}项、考察${visits}次。`,
		none: (day: string) => `截至${day}，尚无把不同城市联系起来的合作项目或考察。`,
		hub: (name: string) => `考察以联盟所在地${name}为起点；项目连接它涉及的各市、参与成员所在的市，联盟参与的还有${name}。`,
		noHub: '项目连接它涉及的各市与参与成员所在的市；联盟所在地未设定，考察不计。',
		map: '联系图',
		mapHint: '线的粗细表示联系数，虚线只有考察',
		matrix: '联系矩阵',
		matrixHint: '两市之间的联系数，点击数字看明细',
		list: '逐一说明',
		others: '其余联系',
		listHint: (n: string) => `${n} 组`,
		from: '城市',
		pair: (a: string, b: string) => `${a}—${b}`,
		counts: (projects: number, visits: number) => [...(projects > 0 ? [`合作项目 ${projects} 项`] : []), ...(visits > 0 ? [`考察 ${visits} 次`] : [])].join('、'),
		label: (pair: string, counts: string) => `${pair}：${counts}`,
		cell: (pair: string, n: string) => `${pair}，${n} 条联系`,
		legend: '合作项目',
		legendVisit: '仅有考察',
		visits: '考察',
		more: (n: string) => `另有 ${n} 条`,
		onlyCity: '只看一座城市的联系，可列出全部',
		visitsOut: '已按项目类型筛选，考察不列。',
		separator: '；'
	},
	en: {
		title: 'Links between cities',
		sentence: (day: string, cities: string, pairs: string, projects: string, visits: string) =>
			`As of ${day}, ${pairs === '1' ? '1 pair' : `${pairs} pairs`} of cities, among ${cities}, are linked by ${projects === '1' ? '1 project' : `${projects} projects`} and ${visits === '1' ? '1 visit' : `${visits} visits`}.`,
		none: (day: string) => `As of ${day}, no project or visit links two cities.`,
		hub: (name: string) => `Visits start from the alliance’s seat, ${name}. A project links the cities it names, those of the members taking part and, where the alliance takes part, ${name}.`,
		noHub: 'A project links the cities it names and those of the members taking part. No seat is set, so visits link nothing.',
		map: 'Map of links',
		mapHint: 'wider lines are more links; dashed ones are visits only',
		matrix: 'Matrix',
		matrixHint: 'links between two cities; a number leads to what it counts',
		list: 'One by one',
		others: 'The others',
		listHint: (n: string) => (n === '1' ? '1 pair' : `${n} pairs`),
		from: 'City',
		pair: (a: string, b: string) => `${a}–${b}`,
		counts: (projects: number, visits: number) =>
			[...(projects > 0 ? [projects === 1 ? '1 project' : `${projects} projects`] : []), ...(visits > 0 ? [visits === 1 ? '1 visit' : `${visits} visits`] : [])].join(', '),
		label: (pair: string, counts: string) => `${pair}: ${counts}`,
		cell: (pair: string, n: string) => `${pair}, ${n === '1' ? '1 link' : `${n} links`}`,
		legend: 'projects',
		legendVisit: 'visits only',
		visits: 'Visits',
		more: (n: string) => `${n} more`,
		onlyCity: 'choose one city to see all of its links',
		visitsOut: 'Filtered by project category: visits are left out.',
		separator: '; '
	}
});
