import { expect, test } from 'vitest';
import { readConnections } from './connections-file.ts';
import { keyed } from './people.ts';

test('keys of one person', () => {
	const text =
		'First Name,Last Name,Company,Position\nZoë,Łęcki,Øresund Press,"Editor, Magazine"\n';
	const read = readConnections(text);
	if (!read.ok) throw new Error(read.sentence);
	expect(read.rows.map(keyed)).toEqual([
		{
			connection: read.rows[0],
			nameKey: 'zoe lecki',
			familyKey: 'lecki zoe',
			companyKey: 'oresund press',
			positionKey: 'editor magazine'
		}
	]);
});
