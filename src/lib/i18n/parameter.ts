import { messages } from './messages.ts';

/** What the parameters of the public interface mean. */
export const parameterText = messages({
	'zh-CN': {
		about: {
			at: '该日的情况；默认今天。',
			known: '截至该日当日已有的记录；默认现在。',
			kind: '成员类别。',
			province: '省级代码。',
			city: '城市代码。',
			district: '区县代码。',
			group: '都市圈或片区的编号。',
			category: '合作项目类型。',
			status: '项目状态；unknown 为未见报道。',
			event_kind: '活动类别。',
			by: '按类别或按省市分列。',
			active: '当日是否在册。',
			placed: '所在城市是否已核实。',
			member: '成员编号。',
			event: '活动编号。',
			partner: '域外伙伴编号。',
			q: '名称、拼音或首字母。',
			limit: '每页条数，1 至 500，默认 100。',
			after: '上一页答复中的 next。',
			fields: '只要这些字段，以逗号分隔。'
		}
	},
	en: {
		about: {
			at: 'As of this day; today unless said.',
			known: 'As recorded by the end of this day; now unless said.',
			kind: 'Kind of member.',
			province: 'Code of a province.',
			city: 'Code of a city.',
			district: 'Code of a district.',
			group: 'Identifier of a region group.',
			category: 'Kind of project.',
			status: 'Status of a project; unknown: nobody reported it.',
			event_kind: 'Kind of event.',
			by: 'Series by kind or by province.',
			active: 'Whether it belongs on the day.',
			placed: 'Whether its city is verified.',
			member: 'Identifier of a member.',
			event: 'Identifier of an event.',
			partner: 'Identifier of a partner.',
			q: 'Words of a name, its pinyin or initials.',
			limit: 'Items on a page, 1 to 500; 100 unless said.',
			after: 'The `next` of the page before.',
			fields: 'Only these fields, with commas between.'
		}
	}
});
