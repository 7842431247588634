import { expect, test, type Page } from '@playwright/test';
import { watch } from './watch.ts';

/** Each kind of thing that is found, by its name, its pinyin and its initials: its name and its address. */
const FOUND = [
	{ of: 'a city', by: ['滁州', 'chuzhou', 'cz'], zh: '滁州市', en: 'Chuzhou', path: '/cities/341100' },
	{ of: 'a district', by: ['新吴', 'xinwu', 'xwq'], zh: '新吴区', en: 'Xinwu', path: '/districts/320214' },
	{ of: 'a member', by: ['红豆', 'hongdou', 'hdjt'], zh: '红豆集团', en: 'Hongdou Group', path: '/members/hongdou-jituan' },
	{
		of: 'a project',
		by: ['兄弟城市', 'xiongdi chengshi', 'xdcs'],
		zh: '滁州市经济技术开发区与长三角兄弟城市交流合作',
		en: 'Exchange of the Chuzhou development zone with other cities of the delta',
		path: /\/projects\/[\w-]+$/
	},
	{ of: 'an event', by: ['六城市', 'liuchengshi', 'lcsjm'], zh: '六城市加盟暨合作项目签约', en: 'Bodies from six cities join', path: '/events/liuchengshi-jiameng-2023' }
] as const;

const field = (page: Page) => page.getByRole('dialog').getByRole('combobox');

/** Opens the search from wherever the reader is: a key pressed while a page is being changed may be lost. */
async function begin(page: Page, by: 'keyboard' | 'pointer'): Promise<void> {
	await expect(async () => {
		if ((await field(page).count()) === 0) {
			if (by === 'keyboard') await page.keyboard.press('/');
			else await page.getByRole('link', { name: /^(搜索|Search)/ }).click({ timeout: 1000 });
		}
		await expect(field(page)).toBeFocused({ timeout: 1000 });
	}).toPass();
}

for (const { prefix, by } of [
	{ prefix: '', by: 'keyboard' },
	{ prefix: '/en', by: 'pointer' }
] as const)
	for (const [i, script] of (['name', 'pinyin', 'initials'] as const).entries())
		test(`cities, districts, members, projects and events are found by their ${script}, ${prefix || '/'} by ${by}`, async ({ page, baseURL }) => {
			test.slow();
			const { started, faults } = await watch(page, baseURL as string);
			await page.goto(`${prefix || '/'}?at=2024-01-01`);
			await started();
			for (const thing of FOUND) {
				await begin(page, by);
				const option = page.getByRole('dialog').getByRole('option').filter({ hasText: prefix ? thing.en : thing.zh }).first();
				if (by === 'keyboard') {
					await page.keyboard.type(thing.by[i] as string);
					await expect(option, thing.of).toBeVisible();
					const id = (await option.getAttribute('id')) as string;
					const listed = await page.getByRole('dialog').getByRole('option').count();
					for (let down = 0; down < listed && (await field(page).getAttribute('aria-activedescendant')) !== id; down++) await page.keyboard.press('ArrowDown');
					await expect(option).toHaveAttribute('aria-selected', 'true');
					await page.keyboard.press('Enter');
				} else {
					await field(page).fill(thing.by[i] as string);
					await option.click();
				}
				await expect(page, thing.of).toHaveURL(({ pathname, search }) => {
					const there = typeof thing.path === 'string' ? pathname === prefix + thing.path : thing.path.test(pathname);
					return there && search === '?at=2024-01-01';
				});
				await expect(page.getByRole('dialog')).toHaveCount(0);
				await expect(page.getByRole('heading', { level: 1 })).toContainText(prefix ? thing.en : thing.zh);
			}
			expect(faults()).toEqual([]);
		});
