import { messages } from './messages.ts';

/** Words of the parts of a target beside the whole. Numbers are written with their units already. */
export const partsText = messages({
	'zh-CN': {
		equal: (sum: string) => `各部分合计 ${sum}，与总目标一致。`,
		short: (sum: string, value: string, by: string) => `各部分合计 ${sum}，总目标 ${value}，少 ${by}。`,
		over: (sum: string, value: string, by: string) => `各部分合计 ${sum}，总目标 ${value}，多 ${by}。`,
		overlap: (a: string, b: string, cities: string) => `重复计算：「${a}」与「${b}」都包含${cities}。`,
		outside: (names: string) => `超出总目标的范围：${names}。`,
		later: (names: string) => `晚于总目标到期：${names}。`,
		others: (names: string) => `指标不同，未计入合计：${names}。`,
		missing: (names: string) => `没有分到任何部分的城市：${names}。`,
		projects: '一个项目可能涉及多个城市，会在几个部分中各计一次。',
		unplaced: '地点待核实的成员只计入总目标。',
		quoted: (name: string) => `「${name}」`,
		separator: '、',
		more: (names: string, n: string) => `${names}等 ${n} 座`
	},
	en: {
		equal: (sum: string) => `The parts add up to ${sum}, as the whole asks.`,
		short: (sum: string, value: string, by: string) => `The parts add up to ${sum} of ${value}: ${by} too few.`,
		over: (sum: string, value: string, by: string) => `The parts add up to ${sum} of ${value}: ${by} too many.`,
		overlap: (a: string, b: string, cities: string) => `Counted twice: “${a}” and “${b}” both hold ${cities}.`,
		outside: (names: string) => `Beyond the scope of the whole: ${names}.`,
		later: (names: string) => `Due after the whole: ${names}.`,
		others: (names: string) => `Another metric, not in the sum: ${names}.`,
		missing: (names: string) => `Cities in none of the parts: ${names}.`,
		projects: 'A project may name several cities and then counts once in each of several parts.',
		unplaced: 'Members whose place is not verified count in the whole alone.',
		quoted: (name: string) => `“${name}”`,
		separator: ', ',
		more: (names: string, n: string) => `${names} and others, ${n} in all`
	}
});
