import type { EventKind } from '#domain/event.ts';
import { messages } from './messages.ts';

const kindsZh: Record<EventKind, string> = { founding: '成立', ceremony: '仪式', visit: '考察', forum: '论坛', meeting: '会议' };
const kindsEn: Record<EventKind, string> = { founding: 'Founding', ceremony: 'Ceremony', visit: 'Visit', forum: 'Forum', meeting: 'Meeting' };

/** Words of events. */
export const eventText = messages({
	'zh-CN': {
		event: '活动',
		events: '活动',
		kinds: kindsZh,
		latest: '最近活动',
		held: '时间',
		city: '地点',
		venue: '会场',
		listTitle: '活动',
		joinedThen: '经此加盟的成员',
		searchLabel: '按名称、拼音或首字母查找活动',
		noneHere: (place: string) => `${place}尚无登记的活动。`
	},
	en: {
		event: 'Event',
		events: 'Events',
		kinds: kindsEn,
		latest: 'Latest events',
		held: 'Date',
		city: 'Place',
		venue: 'Venue',
		listTitle: 'Events',
		joinedThen: 'Members that joined through it',
		searchLabel: 'Find an event by name, pinyin or initials',
		noneHere: (place: string) => `No recorded event in ${place} yet.`
	}
});
