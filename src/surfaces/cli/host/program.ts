import type { Command } from 'commander';
import type { Config } from '#server/config.ts';
import { resolveUserPath } from '../paths.ts';
import type { LexiconNames } from './titles.ts';

interface PrintOptions {
	json?: boolean;
}

/** The modules of the commands are imported when a command runs. */
function addUsers(program: Command, config: () => Config): void {
	const user = program
		.command('user')
		.description('accounts on this instance: add, reset, sign-out, list');
	user
		.command('add')
		.description('Print a one-time link for a new account')
		.action(async () => (await import('./users.ts')).addUser(config()));
	user
		.command('reset')
		.argument('<email>', 'address of the account')
		.option('--second-factor', 'also remove the code app, for a lost phone')
		.description('Print a one-time link that sets a new password, within 10 minutes')
		.action(async (email: string, options: { secondFactor?: boolean }) =>
			(await import('./users.ts')).resetUser(config(), email, options)
		);
	user
		.command('sign-out')
		.argument('[email]', 'address of the account')
		.option('--all', 'every account of this instance')
		.description('End every session of an account, or of all, at once')
		.action(async (email: string | undefined, options: { all?: boolean }) =>
			(await import('./users.ts')).signOutUser(config(), email, options)
		);
	user
		.command('list')
		.option('--json', 'print JSON for programs')
		.description('List who has an account here')
		.action(async (options: PrintOptions) =>
			(await import('./users.ts')).listUsers(config(), options)
		);
}

interface KeyOptions {
	name: string;
	may?: string;
}

/** Joins the values of a repeated option with commas. */
function joined(value: string, before: string | undefined): string {
	return before === undefined ? value : `${before},${value}`;
}

function addKeys(program: Command, config: () => Config): void {
	const key = program.command('key').description('keys that programs use: add, list, remove');
	key
		.command('add')
		.argument('<email>', 'address of the account')
		.option('--name <name>', 'what the key is for', 'created on the command line')
		.option(
			'--may <effects>',
			'read, draft, write; separated by commas, or one option for each (default: all three)',
			joined
		)
		.description('Create a key for an account and print it once')
		.action(async (email: string, { name, may = 'read,draft,write' }: KeyOptions) =>
			(await import('./keys.ts')).addKeyFor(config(), email, { name, may })
		);
	key
		.command('list')
		.argument('<email>', 'address of the account')
		.option('--json', 'print JSON for programs')
		.description('List the keys of an account')
		.action(async (email: string, options: PrintOptions) =>
			(await import('./keys.ts')).listKeysOf(config(), email, options)
		);
	key
		.command('remove')
		.argument('<email>', 'address of the account')
		.argument('<id>', 'id of the key, as shown by list')
		.description('Remove a key; it stops working at once')
		.action(async (email: string, id: string) =>
			(await import('./keys.ts')).removeKeyOf(config(), email, id)
		);
}

function addInstance(program: Command, config: () => Config): void {
	program
		.command('serve')
		.description('Run the server, as npm start does after setting up')
		.action(async () => (await import('./serve.ts')).serve());
	program
		.command('backup')
		.argument('<folder>', 'path of a new folder')
		.description('Back up everything into a folder and check the copy; works while the server runs')
		.action(async (folder: string) =>
			(await import('./backup.ts')).backUp(config(), resolveUserPath(folder))
		);
	program
		.command('restore')
		.argument('<folder>', 'a back-up')
		.description('Restore a back-up into an empty data folder')
		.action(async (folder: string) =>
			(await import('./restore.ts')).restore(config(), resolveUserPath(folder))
		);
	program
		.command('health')
		.option('--json', 'print JSON for programs')
		.description('Show versions, the engine, and whether others can read the data folder')
		.action(async (options: PrintOptions) =>
			(await import('./health.ts')).showHealth(config(), options)
		);
	program
		.command('migrate')
		.description(
			'Migrate a PostgreSQL database to this version, as its owner; SQLite migrates by itself'
		)
		.action(async () => (await import('./migrate.ts')).migrateDatabase(config()));
}

function addTransfer(program: Command, config: () => Config): void {
	program
		.command('export')
		.argument('<email>', 'address of the account')
		.argument('<file>', 'path of a new file, .json or .json.gz')
		.description('Export a whole workspace into one file; works while the server runs')
		.action(async (email: string, file: string) =>
			(await import('./transfer.ts')).exportFor(config(), email, file)
		);
	program
		.command('import')
		.argument('<email>', 'address of an account with an empty workspace')
		.argument('<file>', 'file written by export')
		.description('Import a workspace, completely or not at all')
		.action(async (email: string, file: string) =>
			(await import('./transfer.ts')).importFor(config(), email, file)
		);
}

function addTitles(program: Command, config: () => Config): void {
	const titles = program
		.command('titles')
		.description('larger lexicons of job titles: add, list, remove');
	titles
		.command('add')
		.argument('<files...>', 'tab- or comma-separated, with a column "title", or those of O*NET')
		.option('--name <name>', 'name of the lexicon; a lexicon with the same name is replaced')
		.option('--source <text>', 'source of the lexicon, shown beside suggested titles')
		.option('--licence <text>', 'licence of the lexicon')
		.description('Add a lexicon of job titles for everyone on this instance')
		.action(async (files: string[], options: LexiconNames) =>
			(await import('./titles.ts')).addTitles(config(), files, options)
		);
	titles
		.command('list')
		.option('--json', 'print JSON for programs')
		.description('List the added lexicons')
		.action(async (options: PrintOptions) =>
			(await import('./titles.ts')).listTitles(config(), options)
		);
	titles
		.command('remove')
		.argument('<name>', 'name of the lexicon, as shown by list')
		.description('Remove a lexicon')
		.action(async (name: string) => (await import('./titles.ts')).removeTitles(config(), name));
}

/** Adds the commands of the host, which concern the instance and not one workspace. */
export function addHostCommands(program: Command, config: () => Config): void {
	addInstance(program, config);
	addUsers(program, config);
	addKeys(program, config);
	addTransfer(program, config);
	addTitles(program, config);
}
