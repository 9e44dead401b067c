import pg from 'pg';
import { expect, test } from 'vitest';
import { eventTypeNames } from '#kernel/event-types.ts';
import { operations } from '#surfaces/registry.server.ts';
import { testEngine } from '#tests/support/app.ts';
import { dropDatabase, newDatabase } from '#tests/support/postgres.ts';
import { emptyDatabase } from '../transfer/schema.ts';
import { readMigrations } from './migrations.ts';

/** Events as they were called, and as they are called now. */
const events = {
	'gatherings.added': 'events.added',
	'gatherings.letBe': 'events.followUpSkipped',
	'gatherings.unletBe': 'events.followUpUnskipped',
	'asks.begun': 'introductionRequests.drafted',
	'asks.ended': 'introductionRequests.ended',
	'named.known': 'namedPeople.linked',
	'named.unknown': 'namedPeople.unlinked',
	'named.removed': 'namedPeople.removed',
	'experiments.takenBack': 'experiments.undone',
	'interviews.chased': 'interviews.followedUp',
	'interviews.unchased': 'interviews.unfollowedUp',
	'people.takenBack': 'people.takenBack'
};

/** The same of operations. */
const named = {
	'gatherings.add': 'events.add',
	'gatherings.letBe': 'events.skipFollowUp',
	'asks.addPerson': 'introductionRequests.addRecipient',
	'asks.removePerson': 'introductionRequests.removeRecipient',
	'asks.begin': 'introductionRequests.draft',
	'asks.unend': 'introductionRequests.unend',
	'experiments.do': 'experiments.markDone',
	'experiments.takeBack': 'experiments.unmarkDone',
	'named.intoBook': 'namedPeople.addToAddressBook',
	'named.outOfBook': 'namedPeople.removeFromAddressBook',
	'named.add': 'namedPeople.add',
	'templates.keep': 'templates.write',
	'people.add': 'people.add'
};

/** A database with the migrations before 0040, in which no foreign key is looked at. */
interface Former {
	run: (statement: string) => Promise<void>;
	all: (statement: string) => Promise<Record<string, unknown>[]>;
	end: () => Promise<void>;
}

function onSqlite(): Former {
	const file = emptyDatabase('0039-toasts');
	file.exec('pragma foreign_keys = off');
	return {
		run: (statement) => Promise.resolve(file.exec(statement)),
		all: (statement) => Promise.resolve(file.prepare(statement).all()),
		end: () => Promise.resolve(file.close())
	};
}

/** In a schema of its own, within a transaction that is rolled back. */
async function onPostgres(): Promise<Former> {
	const socket = process.env.IMAGO_TEST_POSTGRES ?? '';
	const database = await newDatabase(socket);
	const client = new pg.Client({ connectionString: database.adminUrl });
	await client.connect();
	await client.query('begin; create schema former; set local search_path to former, public');
	await client.query('set local session_replication_role = replica');
	for (const { name, sql } of readMigrations('postgres')) {
		if (name <= '0039-toasts') await client.query(sql);
	}
	return {
		run: async (statement) => void (await client.query(statement)),
		all: async (statement) => (await client.query<Record<string, unknown>>(statement)).rows,
		end: async () => {
			await client.query('rollback');
			await client.end();
			await dropDatabase(socket, database.name);
		}
	};
}

test('migration 0040 renames what is stored of events and operations, and deletes toasts', async () => {
	const engine = testEngine();
	const former = await (engine === 'postgres' ? onPostgres() : onSqlite());
	const insert = (table: string, row: Record<string, string>) =>
		former.run(
			`insert into ${table} (${Object.keys(row).join()}) values ('${Object.values(row).join("', '")}')`
		);
	const about = { workspace_id: 'w', about_kind: 'asked-person', about_id: 'x' };
	for (const [at, verb] of Object.keys(events).entries()) {
		const id = String(10 + at);
		await insert('events', { ...about, id, received_at: 'x', actor: 'host', verb });
		const queue = { webhook_id: 'h', event_id: 'e', happened_at: 'x', queued_at: 'x' };
		await insert('deliveries', { ...about, id, verb, ...queue });
		const wants = `people.* ${verb} ${verb.split('.')[0] ?? ''}.*`;
		const hook = { workspace_id: 'w', url: 'https://hooks.example', secret: 's', made_at: 'x' };
		await insert('webhooks', { ...hook, id, wants, changed_at: 'x' });
	}
	for (const operation of Object.keys(named)) {
		const key = { workspace_id: 'w', key_hash: operation, input_sum: 's', kept_at: 'x' };
		await insert('kept_answers', { ...key, operation });
	}
	for (const purpose of ['chaser', 'request']) {
		const text = { workspace_id: 'w', purpose, subject: 's', body: 'b', changed_at: 'x' };
		await insert('templates', { ...text, channel: 'direct' });
		await insert('messages', { ...text, id: purpose, interview_id: 'i', drafted_at: 'x' });
	}
	await insert('toasts', { workspace_id: 'w', id: 't', said: 'Saved', kept_at: 'x' });

	const migration = readMigrations(engine).find(({ name }) => name === '0040-names');
	await former.run(migration?.sql ?? '');

	const column = async (name: string, from: string) =>
		(await former.all(`select ${name} as value from ${from}`)).map(({ value }) => value);
	expect(await column('verb', 'audit_events order by id')).toEqual(Object.values(events));
	expect(await column('verb', 'deliveries order by id')).toEqual(Object.values(events));
	for (const table of ['audit_events', 'deliveries']) {
		expect(await column('distinct about_kind', table)).toEqual(['request-recipient']);
	}
	expect(await column('wants', 'webhooks order by id')).toEqual(
		Object.values(events).map((verb) => `people.* ${verb} ${verb.split('.')[0] ?? ''}.*`)
	);
	const keys = await former.all('select key_hash, operation from idempotency_keys');
	const now = Object.fromEntries(keys.map(({ key_hash, operation }) => [key_hash, operation]));
	expect(now).toEqual(named);
	for (const table of ['templates', 'messages']) {
		expect(await column('purpose', `${table} order by purpose`)).toEqual(['follow-up', 'request']);
	}
	expect(await column('id', 'toasts')).toEqual([]);
	await former.end();
});

test('what the migration calls an event or an operation is one of this version', () => {
	expect(eventTypeNames).toEqual(expect.arrayContaining(Object.values(events)));
	expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.values(named)));
});
