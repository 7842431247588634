import { messages } from './messages.ts';

/** Words of the map, its legend and its controls. */
export const mapText = messages({
	'zh-CN': {
		/** 无锡市：成员 7 家（研究院所 3 家、园区 4 家）. */
		areaTitle: (name: string, members: string, kinds: readonly string[]) =>
			`${name}：成员 ${members} 家${kinds.length > 0 ? `（${kinds.join('、')}）` : ''}`,
		kindCount: (kind: string, members: string) => `${kind} ${members} 家`,
		areaNone: (name: string) => `${name}：暂无成员`,
		areaUnknown: (name: string) => `${name}：情况未知`,
		members: (n: string) => `成员 ${n} 家`,
		none: '暂无成员',
		unknown: '情况未知',
		instructions: '方向键移到相邻地区，回车打开，Esc 返回上一级，Home 与 End 到首尾，键入拼音或首字母直接跳转，加号与减号缩放。',
		controls: '地图缩放',
		zoomIn: '放大地图',
		zoomOut: '缩小地图',
		reset: '恢复地图全貌',
		gestureWheel: '按住 Ctrl 并滚动滚轮可缩放地图',
		gestureWheelMac: '按住 ⌘ 并滚动可缩放地图',
		gestureTouch: '用两根手指移动地图',
		legend: '图例',
		legendNone: '0',
		legendOpen: (from: string) => `${from} 及以上`,
		legendUnknown: '情况未知',
		legendUnplaced: (n: string) => `地点待核实 ${n} 家（未上图）`,
		legendBubble: '圆环：面积表示成员数，颜色表示类别',
		methodFixed: '按固定档次分级',
		methodQuantile: '按分位数分级'
	},
	en: {
		areaTitle: (name: string, members: string, kinds: readonly string[]) =>
			`${name}: ${members === '1' ? '1 member' : `${members} members`}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`,
		kindCount: (kind: string, members: string) => `${kind} ${members}`,
		areaNone: (name: string) => `${name}: no members yet`,
		areaUnknown: (name: string) => `${name}: not known`,
		members: (n: string) => (n === '1' ? '1 member' : `${n} members`),
		none: 'no members yet',
		unknown: 'not known',
		instructions:
			'Arrow keys move to the neighbouring area, Enter opens it, Escape goes up, Home and End go to the first and last, typing a name jumps to it, plus and minus zoom.',
		controls: 'Map zoom',
		zoomIn: 'Zoom in',
		zoomOut: 'Zoom out',
		reset: 'Show the whole map',
		gestureWheel: 'Hold Ctrl and scroll to zoom the map',
		gestureWheelMac: 'Hold ⌘ and scroll to zoom the map',
		gestureTouch: 'Use two fingers to move the map',
		legend: 'Legend',
		legendNone: '0',
		legendOpen: (from: string) => `${from} or more`,
		legendUnknown: 'not known',
		legendUnplaced: (n: string) => `${n} not on the map (location not verified)`,
		legendBubble: 'Rings: area by number of members, colour by kind',
		methodFixed: 'Fixed classes',
		methodQuantile: 'Classes by quantile'
	}
});
