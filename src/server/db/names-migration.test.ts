import { expect, test } from 'vitest';
import { emptyDatabase } from '../transfer/schema.ts';
import { readMigrations } from './migrations.ts';

test('migration 0040 renames what is stored of verbs and operations, and deletes toasts', () => {
	const file = emptyDatabase('0039-toasts');
	const verbs = ['gatherings.added', 'people.added'];
	file.exec('pragma foreign_keys = off');
	for (const [at, verb] of verbs.entries()) {
		file
			.prepare(
				`insert into events (workspace_id, id, received_at, actor, verb, about_kind, about_id)
				values ('w', ?, 'x', 'host', ?, 'event', 'x')`
			)
			.run(String(at), verb);
		file
			.prepare(
				`insert into deliveries
				(workspace_id, id, webhook_id, event_id, verb, about_kind, about_id, happened_at, queued_at)
				values ('w', ?, 'h', 'e', ?, 'event', 'x', 'x', 'x')`
			)
			.run(String(at), verb);
	}
	file.exec(
		`insert into webhooks (workspace_id, id, url, wants, secret, made_at, changed_at)
		values ('w', 'h', 'https://hooks.example', 'people.* gatherings.* gatherings.added', 's', 'x', 'x')`
	);
	file.exec(
		`insert into kept_answers (workspace_id, key_hash, operation, input_sum, kept_at)
		values ('w', 'a', 'gatherings.add', 's', 'x'), ('w', 'b', 'people.add', 's', 'x');
		insert into toasts (workspace_id, id, said, kept_at) values ('w', 't', 'Saved', 'x')`
	);
	const migration = readMigrations('sqlite').find(({ name }) => name === '0040-names');
	file.exec(migration?.sql ?? '');
	const verbsOf = (table: string) =>
		file
			.prepare(`select verb from ${table} order by id`)
			.all()
			.map(({ verb }) => verb);
	expect(verbsOf('audit_events')).toEqual(['events.added', 'people.added']);
	expect(verbsOf('deliveries')).toEqual(['events.added', 'people.added']);
	expect(file.prepare('select wants from webhooks').get()).toEqual({
		wants: 'people.* events.* events.added'
	});
	const operations = file.prepare('select operation from idempotency_keys order by key_hash').all();
	expect(operations.map(({ operation }) => operation)).toEqual(['events.add', 'people.add']);
	expect(file.prepare('select count(*) as count from toasts').get()).toEqual({ count: 0 });
	file.close();
});
