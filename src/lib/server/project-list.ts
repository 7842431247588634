import { membersById } from '#db/queries/member.ts';
import type { Page } from '#db/queries/page.ts';
import { partnersById } from '#db/queries/partner.ts';
import { listProjects, type ProjectFilter } from '#db/queries/project.ts';
import type { Project } from '#domain/project.ts';
import { publicProject, type ProjectItem } from '#domain/public.ts';
import { database } from './atlas.ts';
import { ROWS } from './member-list.ts';
import type { Reading } from './reading.ts';

/** Projects as rows of a list, with the names of their parties. */
export async function projectItems(projects: readonly Project[], { known }: Pick<Reading, 'known'>): Promise<ProjectItem[]> {
	const db = database();
	const members = await membersById(db, projects.flatMap((p) => p.memberIds), { known });
	const partners = await partnersById(db, projects.flatMap((p) => p.partnerIds), { known });
	const named = <T extends { id: string; name: ProjectItem['members'][number]['name'] }>(all: readonly T[], ids: readonly string[]) =>
		all.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
	return projects.map((project) => ({
		project: publicProject(project),
		members: named(members, project.memberIds),
		partners: named(partners, project.partnerIds)
	}));
}

/** Projects known by the day of the reading, the newest first, a page at a time. */
export async function projectPage(
	reading: Reading,
	filter: Omit<ProjectFilter, 'at' | 'known'>,
	limit = ROWS
): Promise<Page<ProjectItem>> {
	const { at, known, view } = reading;
	const page = await listProjects(database(), { ...filter, at, known, after: view.after, limit });
	return { ...page, items: await projectItems(page.items, reading) };
}
