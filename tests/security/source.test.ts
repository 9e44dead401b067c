import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/**
 * Checks the source for what the program must never do. docs/security/asvs.md relies on these tests: a
 * requirement that does not apply today applies again when one of them fails.
 */
const sources = new Map(
	globSync('src/**/*.{ts,svelte,html}', { cwd: projectRoot })
		.filter((path) => !/\.test\.ts$|\/test-[\w-]+\.ts$/.test(path))
		.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(projectRoot, path), 'utf8')])
);

/** Paths of the files in which the pattern is found. */
function filesWith(pattern: RegExp): string[] {
	return [...sources]
		.filter(([, text]) => pattern.test(text))
		.map(([path]) => path)
		.sort();
}

/** Every first group of a pattern, in all files. */
function found(pattern: RegExp): string[] {
	const all = [...sources.values()].flatMap((text) => [...text.matchAll(pattern)]);
	return [...new Set(all.map(([, group = '']) => group))].sort();
}

test('the source files are found', () => {
	expect(sources.size).toBeGreaterThan(300);
	expect([...sources.keys()]).toContain('src/server/main.ts');
});

test('no code is made from text', () => {
	expect(
		filesWith(/\beval\(|\bnew Function\b|from 'node:vm'|set(Timeout|Interval)\(\s*['"`]/)
	).toEqual([]);
});

test('no markup is made from text but by the templates, which escape', () => {
	const past =
		/\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc/;
	expect(filesWith(past)).toEqual([]);
});

test('no command line of the system is used', () => {
	// Spawning Node with an argument list does not use a shell.
	expect(filesWith(/\bshell:\s*true|\bspawn(Sync)?\((?!process\.execPath)/)).toEqual([]);
	const taken = found(/import \{([^}]*)\} from 'node:child_process'/g);
	expect(taken.filter((names) => /\bexec/.test(names))).toEqual([]);
});

test('hashes, ciphers and random numbers are strong ones', () => {
	// SHA-1 is used for the list of breached passwords only; nothing is stored with it.
	const hashes = found(/\bcreateHash\(([^)]*)\)/g);
	expect(hashes.filter((each) => each !== "'sha1'")).toEqual(["'sha256'"]);
	expect(filesWith(/\bcreateHash\('sha1'\)/)).toEqual(['src/server/auth/password-blocklist.ts']);
	// SHA-1 inside an HMAC is what codes of RFC 6238 are made with.
	expect(found(/\bcreateHmac\(([^,)]*)/g).filter((each) => each !== "'sha1'")).toEqual([
		"'sha256'"
	]);
	expect(found(/\bcreate(?:De)?[Cc]ipheriv\(([^,]*),/g)).toEqual(["'aes-256-gcm'"]);
	expect(filesWith(/\bcreate(Sign|Verify|Cipher|DiffieHellman)\(|\bmd5\b/i)).toEqual([]);
	// A number that distinguishes the locks of two processes; guessing it gains nothing.
	expect(filesWith(/Math\.random/)).toEqual(['src/server/job-leases.ts']);
});

test('statements are built by the query layer; what is put in as text is a constant', () => {
	expect(filesWith(/\bsql\.raw\(/)).toEqual([]);
});

test('the server calls out through one module, and the pages call their own server alone', () => {
	const callers = filesWith(/from 'node:(https|tls|dgram|http2)'|\bhttps?\.request\(/);
	expect(callers.filter((path) => !path.startsWith('src/server/outbound/'))).toEqual([]);
	expect(found(/(?<![.\w])fetch\(\s*(['"`]\w+:\/\/[^,)]*)/g)).toEqual([]);
});

test('nothing here speaks XML, LDAP, GraphQL, SAML, OAuth, mail or a template language', () => {
	const spoken =
		/xml|\bsax\b|ldap|graphql|saml|jsonwebtoken|^jose$|openid|oauth|passport|memcache|redis|handlebars|^ejs$|^pug$|mustache|nunjucks|marked|markdown|latex|nodemailer|imap|smtp|puppeteer/i;
	const packages = found(/(?:from|import\() ?'([@a-z][^']*)'/g);
	expect(packages.length).toBeGreaterThan(20);
	expect(packages.filter((name) => spoken.test(name))).toEqual([]);
});

test('no page opens a WebSocket or a call, or listens to messages of other windows', () => {
	const channels = /\bnew (WebSocket|EventSource|RTCPeerConnection)\b|window\.(opener|parent)/;
	expect(filesWith(channels)).toEqual([]);
	// Tabs of this origin notify each other of a sign-out.
	const messages = /\bnew BroadcastChannel\b|addEventListener\(\s*'message'|\bonmessage\b/;
	expect(filesWith(messages)).toEqual(['src/features/talk/device/other-tabs.ts']);
});

test('only these modules write to browser storage', () => {
	expect(
		filesWith(/\b(local|session)Storage\.setItem\(|\bindexedDB\.open\(|\bopenDB(<\w+>)?\(/)
	).toEqual(['src/features/talk/device/indexed-log.ts', 'src/ui/unsaved-fields.ts']);
	expect(filesWith(/document\.cookie/)).toEqual([]);
});

test('fields for passwords are masked, and filled by managers and by pasting', () => {
	const fields = [...sources.values()].flatMap((text) => [
		...text.matchAll(/name="(?:password|current)"[^/]*?input=\{\{([^}]*)\}\}/gs)
	]);
	expect(fields.length).toBeGreaterThan(3);
	for (const [, attributes] of fields) {
		expect(attributes).toMatch(/type: 'password', autocomplete: '(current|new)-password'/);
	}
	expect(filesWith(/\bonpaste\b|on:paste|addEventListener\('paste'/)).toEqual([]);
});

test('no key, token or password stands in the source', () => {
	const secret =
		/-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bimago_[A-Za-z0-9_-]{43}\b|\b[0-9a-f]{64}\b/;
	expect(filesWith(secret)).toEqual([]);
});

test('output for the host goes through the log, and comparisons are strict', () => {
	expect(filesWith(/\bconsole\.\w+\(/)).toEqual([]);
	const rules = readFileSync(join(projectRoot, 'eslint.config.js'), 'utf8');
	expect(rules).toContain("eqeqeq: 'error'");
	expect(rules).toContain("'no-console': 'error'");
	expect(filesWith(/eslint-disable[^\n]*(eqeqeq|no-console|no-explicit-any)/)).toEqual([]);
});
