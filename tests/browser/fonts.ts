import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Writes a fontconfig file into `folder` that knows one family, the Noto Sans SC of `@embedpdf/fonts-sc`, for every name
 * asked for, and returns its path: pictures of pages look the same on every machine, with or without fonts of its own.
 */
export function fontconfig(folder: string): string {
	const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
	const cache = join(folder, 'fontconfig');
	mkdirSync(cache, { recursive: true });
	const file = join(folder, 'fonts.conf');
	const draft = `${file}.${process.pid}`;
	writeFileSync(
		draft,
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${fonts}</dir>
	<cachedir>${cache}</cachedir>
	<match target="pattern">
		<edit name="family" mode="append" binding="weak"><string>Noto Sans S Chinese</string></edit>
	</match>
	<match target="pattern">
		<test name="family"><string>Noto Sans SC</string></test>
		<edit name="family" mode="assign" binding="same"><string>Noto Sans S Chinese</string></edit>
	</match>
	<match target="font">
		<edit name="hinting" mode="assign"><bool>false</bool></edit>
		<edit name="antialias" mode="assign"><bool>true</bool></edit>
	</match>
</fontconfig>
`
	);
	renameSync(draft, file); // a browser of another test process may be reading it
	return file;
}
