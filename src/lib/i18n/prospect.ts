import type { Chance } from '#domain/chance.ts';
import type { Locale } from '#domain/locale.ts';
import type { Stage } from '#domain/prospect.ts';
import type { ProspectSort } from '#domain/prospect-view.ts';
import { messages } from './messages.ts';
import { formatNumber } from './number.ts';

const stagesZh: Record<Stage, string> = {
	identified: '已识别',
	contacted: '已联系',
	visited: '已走访',
	negotiating: '洽谈中',
	approved: '已同意',
	converted: '已加盟',
	lost: '已流失'
};
const stagesEn: Record<Stage, string> = {
	identified: 'Identified',
	contacted: 'Contacted',
	visited: 'Visited',
	negotiating: 'Negotiating',
	approved: 'Approved',
	converted: 'Joined',
	lost: 'Lost'
};
const sortsZh: Record<ProspectSort, string> = {
	attention: '待处理优先',
	name: '名称',
	stage: '阶段',
	city: '城市',
	chance: '加盟概率',
	since: '进入本阶段',
	next: '下一步日期',
	expected: '预计加盟'
};
const sortsEn: Record<ProspectSort, string> = {
	attention: 'What needs attention first',
	name: 'Name',
	stage: 'Stage',
	city: 'City',
	chance: 'Chance',
	since: 'In this stage since',
	next: 'Next step due',
	expected: 'Expected to join'
};

/** Words of prospects, their stages, the board and the table. */
export const prospectText = messages({
	'zh-CN': {
		title: '意向单位',
		views: '显示方式',
		board: '看板',
		table: '表格',
		map: '地图',
		create: '新增意向单位',
		stages: stagesZh,
		stage: '阶段',
		open: '在谈（全部阶段）',
		any: '不限',
		owner: '负责人',
		nobody: '无人负责',
		only: '待处理',
		overdue: '已逾期',
		stalled: '已停滞',
		overdueBy: (days: string) => `下一步已逾期 ${days} 天`,
		stalledFor: (days: string) => `停滞 ${days} 天`,
		stalledHint: '停滞：在同一阶段停留满 60 天',
		sums: { open: '在谈', expected: '按概率预计加盟', overdue: '下一步逾期', stalled: '停滞' },
		search: '名称、拼音或首字母',
		sort: '排序',
		sorts: sortsZh,
		apply: '确定',
		reset: '清除筛选',
		count: (n: string) => `${n} 家`,
		days: (n: string) => `${n} 天`,
		inStage: (n: string) => `本阶段 ${n} 天`,
		chance: '加盟概率',
		expected: '预计加盟',
		nextStep: '下一步',
		noNextStep: '未定下一步',
		due: (day: string) => `${day} 前`,
		cityUnknown: '城市未定',
		kindUnknown: '类别未定',
		none: '没有意向单位符合这些条件。',
		empty: '还没有意向单位。可以从空白点入手，新增第一家。',
		columnEmpty: '暂无',
		columnSum: (n: string, expected: string) => `${n} 家，预计 ${expected} 家`,
		ended: '近 90 天',
		more: (n: string) => `其余 ${n} 家见表格`,
		page: (page: string, pages: string) => `第 ${page} / ${pages} 页`,
		previous: '上一页',
		next: '下一页',
		moveTo: '移至',
		move: '移动',
		grip: (name: string) => `移动「${name}」`,
		gripHint: '按空格键或回车键拿起，用左右方向键选择阶段，再按空格键或回车键放下，按 Esc 取消。也可以用鼠标拖动卡片。',
		lifted: (name: string, stage: string) => `已拿起「${name}」，现在在「${stage}」。用左右方向键选择阶段。`,
		over: (stage: string, place: string, of: string) => `「${stage}」，第 ${place} 列，共 ${of} 列`,
		cancelled: (name: string) => `已取消，「${name}」留在原处。`,
		moving: (name: string, stage: string) => `正在把「${name}」移至「${stage}」……`,
		moved: (name: string, stage: string) => `已把「${name}」移至「${stage}」。`,
		takeBack: '撤回',
		problems: {
			missing: () => '这家意向单位已不在列，可能已被他人撤下。',
			conflict: (name: string, stage: string) => `「${name}」刚刚被他人改动，现在在「${stage}」。这次移动没有生效，页面已更新为最新情况。`,
			not_allowed: (name: string, stage: string) => `「${name}」现在在「${stage}」，不能这样移动。`,
			invalid: () => '没有收到有效的阶段，请重新选择。'
		},
		failed: '没有移动成功：无法连接服务器。请稍后再试。',
		learning: '概率从何而来',
		rule: '有人判断过的，用其判断。否则，若已有至少 20 家结束跟进的单位经过这一阶段，用记录学得：（加盟家数 + 10 × 默认值）÷（结束家数 + 10）。记录不足时用默认值。',
		mapHint: '底色为现有成员，圆环为在谈的意向单位',
		legendRing: '圆环：面积表示家数，颜色表示阶段',
		mapCaption: (cities: string, open: string) => `长三角 ${cities} 城地图：现有成员与 ${open} 家在谈意向单位`,
		areaTitle: (city: string, members: string, prospects: string) => `${city}：成员 ${members} 家，在谈 ${prospects} 家`,
		areaSaid: (members: string, prospects: string) => `成员 ${members} 家，在谈 ${prospects} 家`,
		members: '成员',
		byCity: '各城市',
		unplaced: (n: string) => `城市未定 ${n} 家，不上图`
	},
	en: {
		title: 'Prospects',
		views: 'Views',
		board: 'Board',
		table: 'Table',
		map: 'Map',
		create: 'New prospect',
		stages: stagesEn,
		stage: 'Stage',
		open: 'Being won (all stages)',
		any: 'any',
		owner: 'Owner',
		nobody: 'nobody',
		only: 'Needs attention',
		overdue: 'Overdue',
		stalled: 'Stalled',
		overdueBy: (days: string) => `next step overdue by ${days} ${days === '1' ? 'day' : 'days'}`,
		stalledFor: (days: string) => `stalled for ${days} days`,
		stalledHint: 'Stalled: 60 days or more in one stage',
		sums: { open: 'being won', expected: 'expected to join, by their chances', overdue: 'next step overdue', stalled: 'stalled' },
		search: 'Name, pinyin or initials',
		sort: 'Order',
		sorts: sortsEn,
		apply: 'Apply',
		reset: 'Clear filters',
		count: (n: string) => (n === '1' ? '1 prospect' : `${n} prospects`),
		days: (n: string) => (n === '1' ? '1 day' : `${n} days`),
		inStage: (n: string) => (n === '1' ? '1 day in this stage' : `${n} days in this stage`),
		chance: 'Chance',
		expected: 'Expected',
		nextStep: 'Next step',
		noNextStep: 'no next step set',
		due: (day: string) => `by ${day}`,
		cityUnknown: 'city not known',
		kindUnknown: 'kind not known',
		none: 'No prospect matches these filters.',
		empty: 'There are no prospects yet. A white space is a good place to begin.',
		columnEmpty: 'none',
		columnSum: (n: string, expected: string) => `${n}, ${expected} expected to join`,
		ended: 'last 90 days',
		more: (n: string) => `${n} more in the table`,
		page: (page: string, pages: string) => `Page ${page} of ${pages}`,
		previous: 'Previous page',
		next: 'Next page',
		moveTo: 'Move to',
		move: 'Move',
		grip: (name: string) => `Move ${name}`,
		gripHint: 'Space or Enter picks it up, the left and right arrow keys choose a stage, Space or Enter again puts it down, Escape cancels. A card can also be dragged.',
		lifted: (name: string, stage: string) => `${name} picked up from ${stage}. Choose a stage with the left and right arrow keys.`,
		over: (stage: string, place: string, of: string) => `${stage}, column ${place} of ${of}`,
		cancelled: (name: string) => `Cancelled. ${name} stays where it was.`,
		moving: (name: string, stage: string) => `Moving ${name} to ${stage} …`,
		moved: (name: string, stage: string) => `${name} moved to ${stage}.`,
		takeBack: 'Take back',
		problems: {
			missing: () => 'This prospect is no longer there; somebody may have retired it.',
			conflict: (name: string, stage: string) => `Somebody has just changed ${name}, which now stands in ${stage}. Your move was not made; the page shows the newer state.`,
			not_allowed: (name: string, stage: string) => `${name} stands in ${stage} and cannot be moved like that.`,
			invalid: () => 'No stage was received. Please choose again.'
		},
		failed: 'Not moved: the server cannot be reached. Please try again in a moment.',
		learning: 'Where the chances come from',
		rule: 'Where somebody has judged, that judgement. Otherwise, once at least 20 prospects that ended have passed the stage, what the record teaches: (joined + 10 × default) ÷ (ended + 10). With fewer, the default.',
		mapHint: 'Shade: present members. Rings: prospects being won',
		legendRing: 'Rings: area by number of prospects, colour by stage',
		mapCaption: (cities: string, open: string) => `Map of ${cities} cities: present members, and ${open} prospects being won`,
		areaTitle: (city: string, members: string, prospects: string) => `${city}: ${members} members, ${prospects} prospects`,
		areaSaid: (members: string, prospects: string) => `${members} members, ${prospects} prospects`,
		members: 'Members',
		byCity: 'By city',
		unplaced: (n: string) => `${n} without a city, on no map`
	}
});

/** A chance as a whole percentage: 35 %. */
export function formatChance(value: number, locale: Locale): string {
	const percent = Math.round(value * 100);
	return `${formatNumber(percent, locale)}%`;
}

/** What a chance rests on: 按记录（34 家中 20 家加盟）. */
export function chanceBasis(chance: Chance, locale: Locale): string {
	const zh = locale === 'zh-CN';
	const n = (value: number) => formatNumber(value, locale);
	if (chance.basis === 'judged') return zh ? '负责人判断' : 'own judgement';
	if (chance.basis === 'default') return zh ? '阶段默认值' : 'default of the stage';
	if (chance.basis === 'learned')
		return zh ? `按记录学得（${n(chance.ended)} 家中 ${n(chance.converted)} 家加盟）` : `learned from the record (${n(chance.converted)} of ${n(chance.ended)} joined)`;
	return zh ? '已结束' : 'ended';
}

/** A number of prospects that need not be whole: 6.4. */
export function formatExpected(value: number, locale: Locale): string {
	return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}
