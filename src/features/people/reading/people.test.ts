import { expect, test } from 'vitest';
import { connectionsCsv } from '#tests/support/connections.ts';
import { readConnections } from './connections.ts';
import { peopleIn } from './people.ts';

test('batches hold everybody once, in order, folded', () => {
	const read = readConnections(connectionsCsv({ rows: 25 }));
	if (!read.ok) throw new Error(read.sentence);
	const batches = [...peopleIn(read, 10)];
	expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
	expect(batches.flat().map((person) => person.connection)).toEqual(read.rows);
});

test('keys of one person', () => {
	const text =
		'First Name,Last Name,Company,Position\nZoë,Łęcki,Øresund Press,"Editor, Magazine"\n';
	const read = readConnections(text);
	if (!read.ok) throw new Error(read.sentence);
	expect([...peopleIn(read, 1)].flat()).toEqual([
		{
			connection: read.rows[0],
			nameKey: 'zoe lecki',
			familyKey: 'lecki zoe',
			companyKey: 'oresund press',
			positionKey: 'editor magazine'
		}
	]);
});
