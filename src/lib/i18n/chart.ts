import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import type { PartialDay } from '#domain/partial-day.ts';
import type { Qualifier } from '#domain/reported-total.ts';
import { formatDay, formatPartialDay } from './date.ts';
import { messages } from './messages.ts';
import { formatNumber } from './number.ts';

const zhQualifier: Record<Qualifier, string> = { exact: '', nearly: '近', about: '约', over: '超' };
const enQualifier: Record<Qualifier, string> = { exact: '', nearly: 'nearly ', about: 'about ', over: 'over ' };

function sinceZh(since: PartialDay): string {
	if (since.on === null) return '起始日期未报道';
	return `${formatPartialDay(since, 'zh-CN')}${since.precision === 'not_after' ? '已开始' : '起'}`;
}

function sinceEn(since: PartialDay): string {
	if (since.on === null) return 'start not reported';
	return since.precision === 'not_after' ? `begun ${formatPartialDay(since, 'en')}` : `from ${formatPartialDay(since, 'en')}`;
}

/** Words of growth charts and timelines. */
export const chartText = messages({
	'zh-CN': {
		/** 近30家. */
		reportedValue: (qualifier: Qualifier, value: number) => `${zhQualifier[qualifier]}${formatNumber(value, 'zh-CN')}家`,
		reportedMark: (value: string, publisher: string | null) => `公布「${value}」${publisher ? `· ${publisher}` : ''}`,
		joined: (n: number) => `+${formatNumber(n, 'zh-CN')}`,
		members: (n: number) => `${formatNumber(n, 'zh-CN')}家`,
		total: '合计',
		recorded: '登记',
		reported: '公布口径',
		table: '数据表',
		date: '日期',
		events: '活动',
		eventCount: (n: number) => `${formatNumber(n, 'zh-CN')}场`,
		empty: '暂无登记成员，尚无增长可绘。',
		legend: '图例：点按可隐藏或显示一类',
		read: '沿时间逐步读数：左右方向键移动，Esc 退出',
		growth: (from: Day, to: Day, first: number, last: number) =>
			`${formatDay(from, 'zh-CN')}至${formatDay(to, 'zh-CN')}，登记成员由${formatNumber(first, 'zh-CN')}家变为${formatNumber(last, 'zh-CN')}家`,
		among: (parts: readonly { name: string; members: number }[]) =>
			`，其中${parts.map(({ name, members }) => `${name}${formatNumber(members, 'zh-CN')}家`).join('、')}`,
		apart: (marks: readonly { on: Day; value: string; publisher: string | null }[]) =>
			`公布口径另行标出，不与登记数相加：${marks.map(({ on, value, publisher }) => `${formatDay(on, 'zh-CN')}「${value}」${publisher ? `（${publisher}）` : ''}`).join('、')}。`,
		stop: '。',
		span: (since: PartialDay, ended: PartialDay | null) =>
			`${sinceZh(since)}${ended === null ? '' : ended.on === null ? '，已结束，日期未报道' : `，${formatPartialDay(ended, 'zh-CN')}${ended.precision === 'not_after' ? '已结束' : '止'}`}`,
		more: (n: number) => `另有${formatNumber(n, 'zh-CN')}项未画出`,
		uncertain: '日期不确切'
	},
	en: {
		reportedValue: (qualifier: Qualifier, value: number) => `${enQualifier[qualifier]}${formatNumber(value, 'en')}`,
		reportedMark: (value: string, publisher: string | null) => `reported: ${value}${publisher ? ` · ${publisher}` : ''}`,
		joined: (n: number) => `+${formatNumber(n, 'en')}`,
		members: (n: number) => `${formatNumber(n, 'en')} ${n === 1 ? 'member' : 'members'}`,
		total: 'Total',
		recorded: 'Recorded',
		reported: 'Reported',
		table: 'Table',
		date: 'Date',
		events: 'Events',
		eventCount: (n: number) => `${formatNumber(n, 'en')} ${n === 1 ? 'event' : 'events'}`,
		empty: 'No member is recorded yet, so there is no growth to draw.',
		legend: 'Legend: press to hide or show one',
		read: 'Read the chart step by step: left and right arrows move, Esc leaves',
		growth: (from: Day, to: Day, first: number, last: number) =>
			`Recorded members went from ${formatNumber(first, 'en')} on ${formatDay(from, 'en')} to ${formatNumber(last, 'en')} on ${formatDay(to, 'en')}`,
		among: (parts: readonly { name: string; members: number }[]) =>
			`: ${parts.map(({ name, members }) => `${name} ${formatNumber(members, 'en')}`).join(', ')}`,
		apart: (marks: readonly { on: Day; value: string; publisher: string | null }[]) =>
			` Reported totals are marked apart and never added: ${marks.map(({ on, value, publisher }) => `“${value}” on ${formatDay(on, 'en')}${publisher ? ` (${publisher})` : ''}`).join('; ')}.`,
		stop: '.',
		span: (since: PartialDay, ended: PartialDay | null) =>
			`${sinceEn(since)}${ended === null ? '' : ended.on === null ? ', ended, date not reported' : ended.precision === 'not_after' ? `, ended ${formatPartialDay(ended, 'en')}` : ` until ${formatPartialDay(ended, 'en')}`}`,
		more: (n: number) => `${formatNumber(n, 'en')} more not drawn`,
		uncertain: 'date not exact'
	}
});

/** The word of a qualifier with its number, as it stands in a mark, a table or a sentence. */
export function reportedValue(qualifier: Qualifier, value: number, locale: Locale): string {
	return chartText[locale].reportedValue(qualifier, value);
}
