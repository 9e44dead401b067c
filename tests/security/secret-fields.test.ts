import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSecretName } from '#kernel/secret-names.ts';
import { projectRoot } from '#server/project-root.ts';
import { sentPairs, typedFields } from '#surfaces/forms/fields.ts';

const components = globSync('src/**/*.svelte', { cwd: projectRoot }).map(
	(path) => [path, readFileSync(join(projectRoot, path), 'utf8')] as const
);

/** All form fields: component, tag, and name where that is a literal. */
const fields = components.flatMap(([path, text]) =>
	[...text.matchAll(/<(?:Field|input|textarea|select|svelte:element)\b(?:=>|[^>])*>/g)].map(
		([tag]) => ({ path, tag, name: /\bname="([^"{]*)"/.exec(tag)?.[1] })
	)
);

/** How a field is marked as a secret for browsers (HTML, 4.10.18.7). */
const secretKind =
	/\btype[:=]\s*\{?['"]password|\bautocomplete[:=]\s*\{?['"][^'"]*(one-time-code|(current|new)-password)/;
const secret = fields.filter(({ tag }) => secretKind.test(tag));
const isMasked = /\b(type|autocomplete)[:=]\s*\{/;

test('every field that a browser takes for a secret has a name that the server takes for one', () => {
	expect(secret.length).toBeGreaterThanOrEqual(7);
	expect(secret.filter(({ name }) => !name || !isSecretName(name))).toEqual([]);
	// A computed type could not be read here.
	expect(fields.filter(({ tag }) => isMasked.test(tag))).toEqual([]);
	const passedOn = fields.filter(({ tag }) => /\{\.\.\.|\binput=\{(?!\{)/.test(tag));
	expect(new Set(passedOn.map(({ path }) => path))).toEqual(
		// `Field` passes on attributes that are checked above; the other has a date, a time and minutes.
		new Set(['src/ui/Field.svelte', 'src/features/talk/HeldForm.svelte'])
	);
});

test('no other field has such a name: what it holds would be lost', () => {
	const others = fields.filter((field) => !secret.includes(field));
	expect(others.filter(({ name }) => name && isSecretName(name))).toEqual([]);
});

test('values of secret fields are never returned', () => {
	const form = new FormData();
	const usual = ['apiKey', 'api_key', 'inner.webhookSecret', 'repeatedPassword', 'recovery-code'];
	const more = ['accessToken', 'invitationCode', 'connectionString', 'PASSWORD', 'totp'];
	for (const name of [...secret.map(({ name }) => name ?? ''), ...usual, ...more, '$secret']) {
		form.append(name, 'canary');
	}
	form.append('title', 'Magazine editing');
	expect(typedFields(form)).toEqual({ title: 'Magazine editing' });
	expect(sentPairs(form)).toEqual({
		pairs: [['title', 'Magazine editing']],
		hadSecrets: true,
		hadFiles: false
	});
});

test('a form with a file has no other field: none of it is read before somebody is known', () => {
	const withFiles = components.filter(([, text]) => text.includes('enctype="multipart/form-data"'));
	expect(withFiles.length).toBeGreaterThan(0);
	for (const [path] of withFiles) {
		const names = fields.filter((field) => field.path === path).map(({ name }) => name);
		expect(names).toEqual(['file']);
	}
});
