import { afterAll, beforeAll } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { holdUndoOf, undoCase, type Do } from '#tests/support/undo.ts';
import {
	addPerson,
	allowContact,
	changePerson,
	commitImport,
	doNotContact,
	readImport,
	undoImport
} from './operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

const joan = { name: 'Joan Whitcombe', email: 'joan@harbour.example', company: 'Harbour & Field' };
const added = async (perform: Do) => (await perform(addPerson, joan)).id;
const because = 'Asked me not to write about this';
const moved = (perform: Do, { id }: { id: string }) =>
	perform(changePerson, { id, place: 'Toronto' });

const cases = [
	undoCase(addPerson, { input: () => joan, otherwise: moved }),
	undoCase(changePerson, {
		input: async (perform) => ({
			id: await added(perform),
			position: 'Copy chief',
			company: '',
			email: '',
			zone: 'America/Toronto'
		}),
		otherwise: moved
	}),
	undoCase(changePerson, {
		when: 'a name that was known in two pieces',
		input: async (perform) => {
			const names = { givenName: 'Joan', familyName: 'Whitcombe' };
			const { id } = await perform(addPerson, { ...joan, ...names });
			return { id, name: 'Joan Ellery' };
		},
		otherwise: moved
	}),
	undoCase(doNotContact, {
		input: async (perform) => ({ id: await added(perform), because }),
		otherwise: moved
	}),
	undoCase(allowContact, {
		input: async (perform) => {
			const id = await added(perform);
			await perform(doNotContact, { id, because });
			return { id };
		},
		otherwise: moved
	}),
	undoCase(commitImport, {
		input: async (perform, { settle }) => {
			const { id } = await perform(readImport, readImport.example);
			await settle();
			return { id };
		},
		otherwise: (perform, { id }) => perform(undoImport, { id }),
		isOver: true,
		// imports.long.test.ts checks that its people are deleted.
		leaves: {
			imports: 'what it brought is over with it',
			rejected_rows: 'they go by a job',
			people: 'they go by a job'
		}
	})
];

holdUndoOf(() => testApp, operationsIn(own), cases);
