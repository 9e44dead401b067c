import { Command } from 'commander';
import { Refusal } from '#kernel/refusal.ts';
import { readConfig, WrongConfig } from '#server/config.ts';
import { FolderRefused } from '#server/folder.ts';
import { version } from '#server/version.ts';
import { addUser, resetUser } from './users.ts';
import { addKeyFor } from './keys.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';
import { exportFor, importFor } from './leaving.ts';

/**
 * The host's own commands. Those that write open the data folder themselves, so the server must be
 * ended; back-up and export go on beside it.
 */
const program = new Command('imago')
	.description('What the person who runs an Imago does at the machine itself')
	.version(version);

const user = program.command('user').description('Accounts on this instance');
user
	.command('add')
	.description('Print a one-time link that makes an account')
	.action(() => addUser(readConfig(process.env)));
user
	.command('reset')
	.argument('<email>', 'address of the account')
	.description('Print a one-time link that sets a new password')
	.action((email: string) => resetUser(readConfig(process.env), email));

program
	.command('key')
	.description('Keys that programs use')
	.command('add')
	.argument('<email>', 'address of the account')
	.option('--name <name>', 'what the key is for', 'made at the machine')
	.option('--may <effects>', 'read, draft, write with commas between', 'read,draft,write')
	.description('Make a key for an account and print it once')
	.action((email: string, options: { name: string; may: string }) =>
		addKeyFor(readConfig(process.env), email, options)
	);

program
	.command('backup')
	.argument('<folder>', 'a folder that does not exist yet')
	.description('Copy everything into a folder, checked; works while the server runs')
	.action((folder: string) => backUp(readConfig(process.env), folder));

program
	.command('restore')
	.argument('<folder>', 'a back-up')
	.description('Put a back-up into an empty data folder')
	.action((folder: string) => restore(readConfig(process.env), folder));

program
	.command('export')
	.argument('<email>', 'address of the account')
	.argument('<file>', 'a file that does not exist yet, .json or .json.gz')
	.description('Write a whole workspace into one file; works while the server runs')
	.action((email: string, file: string) => exportFor(readConfig(process.env), email, file));

program
	.command('import')
	.argument('<email>', 'address of the account, its workspace empty')
	.argument('<file>', 'what export wrote')
	.description('Bring a workspace in, whole or not at all')
	.action((email: string, file: string) => importFor(readConfig(process.env), email, file));

try {
	await program.parseAsync();
} catch (error) {
	if (error instanceof Refusal) {
		process.stderr.write(`${error.sentence}\n`);
		process.exitCode = error.exitCode;
	} else if (error instanceof FolderRefused || error instanceof WrongConfig) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 78;
	} else throw error;
}
