import { createHash } from 'node:crypto';
import type { Source } from './source.ts';

/** What the data is, where it comes from and how to name it; the approval number is the one of the data. */
const ORIGIN = {
	producer: {
		zh: '天地图（国家地理信息公共服务平台）',
		en: 'Tianditu (National Platform for Common Geospatial Information Services)'
	},
	edition: '2024-05',
	approvalNumber: 'GS(2024)0650号',
	coordinates: 'CGCS2000 (EPSG:4490), longitude and latitude in degrees',
	attribution: {
		zh: '行政区划数据：天地图（国家地理信息公共服务平台） 审图号：GS(2024)0650号；湖泊与河流：Natural Earth',
		en: 'Boundaries: Tianditu (National Platform for Common Geospatial Information Services), map approval number GS(2024)0650号; lakes and rivers: Natural Earth'
	},
	licence: 'boundaries: MIT as packaged; lakes and rivers: public domain (Natural Earth)'
};

/** The manifest of the given files: origin, packages with versions, and size in bytes and SHA-256 of each file. */
export function manifestOf({ packages }: Source, files: ReadonlyMap<string, string>): string {
	const sums = [...files]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([path, text]) => ({
			path,
			bytes: Buffer.byteLength(text),
			sha256: createHash('sha256').update(text).digest('hex')
		}));
	const head = JSON.stringify({ ...ORIGIN, packages }, null, '\t').slice(0, -2);
	return `${head},\n\t"files": [\n${sums.map((sum) => `\t\t${JSON.stringify(sum)}`).join(',\n')}\n\t]\n}\n`;
}
