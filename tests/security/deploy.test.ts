import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/** Checks the deployment examples, which most instances are based on. */
const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const nginx = read('deploy/nginx.conf');
const caddy = read('deploy/Caddyfile');
const compose = ['compose.yaml', 'compose.postgres.yaml'].map(read);

test('the proxies speak TLS 1.2 and 1.3 with forward secrecy and authenticated encryption', () => {
	expect(nginx).toMatch(/^\tssl_protocols TLSv1\.2 TLSv1\.3;$/m);
	const ciphers = /ssl_ciphers ([\w:-]+);/.exec(nginx)?.[1]?.split(':') ?? [];
	expect(ciphers.length).toBeGreaterThan(3);
	for (const cipher of ciphers) expect(cipher).toMatch(/^ECDHE-.*(GCM|POLY1305)/);
	// Caddy's defaults are the same; nothing here widens them.
	expect(caddy).not.toMatch(/\btls\b|protocols|ciphers/);
});

test('pages are redirected from http to https, API requests are refused', () => {
	expect(nginx).toMatch(/location ~ \^\/\(api\/\|mcp\$\) \{[^}]*return 403/s);
	expect(nginx).toMatch(/location \/ \{\s*return 301 https:/);
	expect(caddy).toMatch(/path \/api\/\* \/mcp\s+handle @programs \{\s+respond [^\n]* 403/);
});

test('no example has a password, and containers and service run without privileges', () => {
	for (const text of compose) {
		expect(text).not.toMatch(/PASSWORD: (?!\$\{\w+:\?\})/);
		expect(text).not.toMatch(/IMAGO_SECRET: (?!\$\{SECRET:\?)/);
		for (const part of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true']) {
			expect(text).toContain(part);
		}
	}
	expect(read('Dockerfile')).toMatch(/^USER node$/m);
	const unit = read('deploy/imago.service');
	for (const line of ['NoNewPrivileges=yes', 'CapabilityBoundingSet=', 'ProtectSystem=strict']) {
		expect(unit).toContain(`\n${line}\n`);
	}
	expect(read('db/postgres-roles.sql')).not.toMatch(/ (superuser|createrole|bypassrls)\b/);
});

test('neither the history nor tests nor data go into the image', () => {
	const left = read('.dockerignore').split('\n');
	for (const name of ['.git', '.env', 'data', 'tests', 'src/**/*.test.ts', 'src/**/test-*.ts']) {
		expect(left).toContain(name);
	}
});
