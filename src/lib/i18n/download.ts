import type { Shape } from '#domain/shape.ts';
import { messages } from './messages.ts';

const zh: Record<Shape, string> = { json: 'JSON', csv: 'CSV', xlsx: 'Excel', geojson: 'GeoJSON', svg: 'SVG 图', png: 'PNG 图' };
const en: Record<Shape, string> = { json: 'JSON', csv: 'CSV', xlsx: 'Excel', geojson: 'GeoJSON', svg: 'SVG picture', png: 'PNG picture' };

/** Words of the downloads at the foot of a page. */
export const downloadText = messages({
	'zh-CN': { label: '下载本页', shapes: zh, about: '开放数据与引用' },
	en: { label: 'Download this page', shapes: en, about: 'Open data and citing' }
});
