/** The shapes in which a view can be had beside its page: the ending of its address. */
export const SHAPES = ['json', 'csv', 'xlsx', 'geojson', 'svg', 'png'] as const;
export type Shape = (typeof SHAPES)[number];

/** What is served under each ending. */
export const SHAPE_TYPES: Readonly<Record<Shape, string>> = {
	json: 'application/json; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	geojson: 'application/geo+json; charset=utf-8',
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png'
};

const TABLES = ['json', 'csv', 'xlsx'] as const;
const PICTURES = ['json', 'csv', 'xlsx', 'svg', 'png'] as const;
const RECORD = ['json', 'csv'] as const;

/** Which views there are, as their addresses without ending, and the shapes each has. The first that fits counts. */
const VIEWS: readonly (readonly [path: RegExp, shapes: readonly Shape[]])[] = [
	[/^\/(dashboard|compare|links)?$/, SHAPES],
	[/^\/(cities|provinces|districts|groups)\/[^/]+$/, SHAPES],
	[/^\/growth$/, PICTURES],
	[/^\/members$/, ['json', 'csv', 'xlsx', 'geojson']],
	[/^\/(projects|events|partners|sources)$/, TABLES],
	[/^\/figures\/[^/]+$/, TABLES],
	[/^\/(members|projects|events|partners|sources)\/[^/]+$/, RECORD]
];

/** The shapes of the view at a path (without language); none for a path that is no such view. */
export function shapesOf(path: string): readonly Shape[] {
	return VIEWS.find(([pattern]) => pattern.test(path))?.[1] ?? [];
}

/** The address of a view in a shape, without language: `/` → `/dashboard.csv`. */
export function shapePath(path: string, shape: Shape): string {
	return `${path === '/' ? '/dashboard' : path}.${shape}`;
}

/** Reads an address without language: `/cities/320200.csv` is the view `/cities/320200` as csv; null for any other. */
export function readShape(pathname: string): { readonly path: string; readonly shape: Shape } | null {
	const dot = pathname.lastIndexOf('.');
	const shape = SHAPES.find((ending) => ending === pathname.slice(dot + 1));
	const path = pathname.slice(0, dot);
	if (dot < 0 || !shape || path === '/' || !shapesOf(path).includes(shape)) return null;
	return { path: path === '/dashboard' ? '/' : path, shape };
}
