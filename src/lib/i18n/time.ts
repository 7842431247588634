import { messages } from './messages.ts';

/** Words of the time slider. */
export const timeText = messages({
	'zh-CN': { time: '时间', day: '日期', play: '播放', pause: '暂停' },
	en: { time: 'Time', day: 'Day', play: 'Play', pause: 'Pause' }
});
