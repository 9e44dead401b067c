import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

const documents = [
	...readdirSync(projectRoot),
	...readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' }).map(
		(name) => `docs/${name}`
	)
].filter((name) => name.endsWith('.md'));

const isRow = (line: string | undefined): boolean => line?.startsWith('|') ?? false;
const cells = (line: string): number => line.replaceAll(/\\\||`[^`]*`/g, '').split('|').length;

test.each(documents)(
	'each table of %s has a row of lines under its head, and as many cells',
	(name) => {
		const lines = readFileSync(join(projectRoot, name), 'utf8').split('\n');
		const broken = lines.flatMap((line, at) => {
			if (!isRow(line)) return [];
			const isHead = !isRow(lines[at - 1]);
			if (isHead) return /^\|( -+ \|)+$/.test(lines[at + 1] ?? '') ? [] : [line];
			return cells(line) === cells(lines[at - 1] ?? '') ? [] : [line];
		});
		expect(broken).toEqual([]);
	}
);
