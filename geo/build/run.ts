import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOutputs } from './outputs.ts';
import { readSource } from './source.ts';

const target = join(import.meta.dirname, '../data');
const files = buildOutputs(readSource());
mkdirSync(join(target, 'paths'), { recursive: true });
for (const path of readdirSync(target, { recursive: true, encoding: 'utf8' }))
	if (/\.\w+$/.test(path) && !files.has(path)) rmSync(join(target, path));
for (const [path, text] of files) writeFileSync(join(target, path), text);
console.log(`geo/data: ${files.size} files written, all checks passed`);
