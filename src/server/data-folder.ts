import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { draftBeside, keepFromOthers, ownFolder, writeDurably, type Modes } from './files.ts';

/** A data folder that cannot be used as it is; the message says why and what to do. */
export class FolderRefused extends Error {
	constructor(sentence: string) {
		super(sentence);
		this.name = 'FolderRefused';
	}
}

const markerName = 'imago.json';
const databaseName = 'imago.db';
const keyName = 'secret.key';
const lockName = 'lock.db';
const ownerName = 'owner.json';

const markerSchema = z.object({
	product: z.literal('imago'),
	instance: z.string(),
	ready: z.literal('yes').optional()
});
const ownerSchema = z.object({ process: z.number(), machine: z.string(), since: z.string() });

export interface DataFolder {
	path: string;
	/** path of the SQLite file, where this folder holds one */
	database: string;
	/** 32 bytes that sign cookies and key the hashes of the suppression list */
	secret: Buffer;
	/** paths in it that others could read, and those that they still can */
	modes: Modes;
	/** records that the database exists, so that its loss is detected at the next start */
	markReady(): void;
	release(): void;
}

/**
 * Locks the folder through a SQLite file with an open exclusive transaction: the system releases
 * the lock when the process ends in any way, and a process number that is used again has no effect.
 * @returns function that releases the lock
 * @throws FolderRefused where another process holds the lock
 */
function lock(path: string): () => void {
	const lockFile = new DatabaseSync(join(path, lockName), { timeout: 0 });
	try {
		lockFile.exec('pragma journal_mode = delete; begin exclusive');
	} catch {
		lockFile.close();
		let who = 'another Imago';
		try {
			const owner = ownerSchema.parse(JSON.parse(readFileSync(join(path, ownerName), 'utf8')));
			who = `process ${owner.process} on ${owner.machine}, running since ${owner.since}`;
		} catch {
			// The owner has the lock but has not written its name yet.
		}
		throw new FolderRefused(
			`${path} is in use by ${who}. Two processes at once would damage the data. Stop that process first, or set IMAGO_DATA to another folder.`
		);
	}
	const owner = { process: process.pid, machine: hostname(), since: new Date().toISOString() };
	writeDurably(join(path, ownerName), JSON.stringify(owner));
	return () => {
		rmSync(join(path, ownerName), { force: true });
		lockFile.close();
	};
}

type Marker = z.infer<typeof markerSchema>;

function readMarker(path: string): Marker {
	return markerSchema.parse(JSON.parse(readFileSync(join(path, markerName), 'utf8')));
}

function writeMarker(path: string, marker: Marker): void {
	writeDurably(join(path, markerName), `${JSON.stringify(marker)}\n`);
}

function initialize(path: string): void {
	writeDurably(join(path, keyName), randomBytes(32).toString('hex'));
	writeMarker(path, { product: 'imago', instance: randomBytes(8).toString('hex') });
}

function verifyFolder(path: string): void {
	// The lock is acquired before the marker is written, so that two first starts cannot both
	// initialize the folder.
	const names = readdirSync(path).filter(
		(name) => !name.startsWith('lock.db') && name !== ownerName
	);
	const marked = names.includes(markerName);
	if (
		!marked &&
		names.some((name) => !name.startsWith('.') && !name.endsWith('.draft') && name !== keyName)
	) {
		throw new FolderRefused(
			`${path} holds files but is not a data folder of Imago (${markerName} is missing). Nothing was changed. Set IMAGO_DATA to an empty folder or to the right folder.`
		);
	}
	if (!marked) initialize(path);
	else if (readMarker(path).ready && !existsSync(join(path, databaseName))) {
		throw new FolderRefused(
			`The database (${databaseName}) is missing in ${path}. Nothing was changed. Restore a back-up with "npm run imago -- restore", or set IMAGO_DATA to an empty folder to start new.`
		);
	}
	if (!existsSync(join(path, keyName))) {
		throw new FolderRefused(
			`${keyName} is missing in ${path}. Without this file, sign-ins and protected addresses cannot be read. Restore the file from a back-up.`
		);
	}
}

/**
 * Opens and locks a data folder, and creates it where it is missing.
 * @throws FolderRefused for a folder that is locked, is not a data folder, or has lost its database
 * or key; the message is for the terminal
 */
export function openDataFolder(path: string): DataFolder {
	mkdirSync(path, { recursive: true, mode: ownFolder });
	const release = lock(path);
	try {
		verifyFolder(path);
		return {
			path,
			modes: keepFromOthers(path),
			database: join(path, databaseName),
			secret: Buffer.from(readFileSync(join(path, keyName), 'utf8').trim(), 'hex'),
			markReady: () => {
				const marker = readMarker(path);
				if (!marker.ready) writeMarker(path, { ...marker, ready: 'yes' });
			},
			release
		};
	} catch (error) {
		release();
		throw error;
	}
}

/**
 * Opens the data folder of an instance on PostgreSQL: it holds the secret, unless a setting
 * provides it, and the socket. It holds no data and is not locked, so several processes may share
 * it.
 * @throws FolderRefused where it holds a SQLite file, which would be forgotten by mistake
 */
export function openSharedFolder(path: string, secret: Buffer | undefined): DataFolder {
	mkdirSync(path, { recursive: true, mode: ownFolder });
	if (existsSync(join(path, databaseName))) {
		throw new FolderRefused(
			`${path} holds a SQLite file, but DATABASE_URL names a PostgreSQL database. Nothing was changed. Export the workspaces with "npm run imago -- export" (without DATABASE_URL), or set IMAGO_DATA to another folder.`
		);
	}
	const ownSecret = secret ?? sharedSecret(path);
	return {
		path,
		modes: keepFromOthers(path),
		database: join(path, databaseName),
		secret: ownSecret,
		markReady: () => undefined,
		release: () => undefined
	};
}

/**
 * Reads the secret of the folder and creates it where it is missing; when several processes start
 * at once, the first one creates it.
 */
function sharedSecret(path: string): Buffer {
	const keyPath = join(path, keyName);
	const draft = draftBeside(keyPath);
	if (!existsSync(keyPath)) {
		writeDurably(draft, randomBytes(32).toString('hex'));
		try {
			linkSync(draft, keyPath);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		} finally {
			rmSync(draft, { force: true });
		}
	}
	return Buffer.from(readFileSync(keyPath, 'utf8').trim(), 'hex');
}
