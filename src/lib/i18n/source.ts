import { messages } from './messages.ts';

/** Words of sources. */
export const sourceText = messages({
	'zh-CN': {
		publisher: '发布者',
		published: '发布日期',
		address: '网址',
		noAddress: '未知',
		restsOn: '以此为来源的记录',
		groups: '都市圈与片区'
	},
	en: {
		publisher: 'Publisher',
		published: 'Published',
		address: 'Address',
		noAddress: 'unknown',
		restsOn: 'records that rest on this source',
		groups: 'Region groups'
	}
});
