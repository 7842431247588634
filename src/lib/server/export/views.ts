import { areaExport, type AreaFolder } from './view-area.ts';
import { compareExport } from './view-compare.ts';
import { dashboardExport } from './view-dashboard.ts';
import { figureExport } from './view-figure.ts';
import { growthExport } from './view-growth.ts';
import { linksExport } from './view-links.ts';
import { listExport, listName, recordExport } from './view-list.ts';
import type { ViewExport } from './view.ts';
import type { Asked } from './words.ts';

const AREAS: readonly AreaFolder[] = ['cities', 'provinces', 'districts', 'groups'];

/** The view at a path, without language and ending, as it leaves the site; null where there is none. */
export async function viewExport(asked: Asked, path: string): Promise<ViewExport | null> {
	if (path === '/') return dashboardExport(asked);
	if (path === '/growth') return growthExport(asked);
	if (path === '/compare') return compareExport(asked);
	if (path === '/links') return linksExport(asked);
	const list = listName(path);
	if (list) return listExport(asked, list);
	const [, folder = '', id = ''] = path.split('/');
	const area = AREAS.find((name) => name === folder);
	if (area) return areaExport(asked, area, id);
	if (folder === 'figures') return figureExport(asked, id);
	const records = listName(`/${folder}`);
	return records && recordExport(asked, records, id);
}
