import type { z } from 'zod';
import { isSecretName } from '#kernel/secret-names.ts';
import { inputSchemaOf, type FieldSchema } from '../json-schema.ts';

function typesOf(schema: FieldSchema | undefined): string[] {
	if (!schema) return [];
	const own = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
	return [
		...own,
		...(schema.anyOf ?? []).flatMap(typesOf),
		...(schema.allOf ?? []).flatMap(typesOf)
	];
}

function itemsOf(schema: FieldSchema | undefined): FieldSchema | undefined {
	return schema?.items ?? schema?.anyOf?.find((each) => each.items)?.items;
}

/** A form knows only texts: this makes numbers and nothings of them where the shape wants these. */
function valueOf(text: string, schema: FieldSchema | undefined): unknown {
	const types = typesOf(schema);
	if (text === '' && !types.includes('string')) return types.includes('null') ? null : undefined;
	if (text === '' && types.includes('null')) return null;
	if (types.includes('number') || types.includes('integer')) {
		const number = Number(text);
		return text.trim() === '' || Number.isNaN(number) ? text : number;
	}
	return text;
}

type Tree = Record<string, unknown>;

/** Without a prototype, so that no name of a field can reach one. */
function emptyTree(): Tree {
	return Object.create(null) as Tree;
}

function put(tree: Tree, path: string[], value: unknown): void {
	const [head = '', ...rest] = path;
	if (rest.length === 0) {
		tree[head] = value;
		return;
	}
	const next = tree[head];
	const inner = typeof next === 'object' && next !== null ? (next as Tree) : emptyTree();
	tree[head] = inner;
	put(inner, rest, value);
}

/** The schema of a dotted path; nothing for a name that the shape does not know. */
function schemaAt(schema: FieldSchema, path: string[]): FieldSchema | undefined {
	return path.reduce<FieldSchema | undefined>(
		(at, name) =>
			at?.properties && Object.hasOwn(at.properties, name) ? at.properties[name] : undefined,
		schema
	);
}

/**
 * Turns the fields of a form into the input of an operation. Dotted names nest; a name that the shape
 * does not know is left out; a field whose shape is a list takes every value of that name; an empty
 * text is left out where the shape knows no text.
 * @param shape the operation's input
 * @param form as the browser sent it; what belongs to the page alone begins with `$` and fits no shape
 */
export function inputFrom(shape: z.ZodType, form: FormData): Tree {
	const schema = inputSchemaOf(shape);
	const tree = emptyTree();
	for (const name of new Set(form.keys())) {
		const path = name.split('.');
		const at = schemaAt(schema, path);
		if (!at) continue;
		const values = form.getAll(name).filter((value) => typeof value === 'string');
		if (typesOf(at).includes('array')) {
			const items = itemsOf(at);
			put(
				tree,
				path,
				values.filter((value) => value !== '').map((value) => valueOf(value, items))
			);
			continue;
		}
		const value = valueOf(values.at(-1) ?? '', at);
		if (value !== undefined) put(tree, path, value);
	}
	return tree;
}

/**
 * What the address says of an operation's input: below `/interviews/{id}` an operation that asks for
 * an `interviewId` gets it, and one that asks for an `id` where the form has none.
 * @param event its page's parameters and address
 */
export function fromAddress(
	shape: z.ZodType,
	{ params, url }: { params: Partial<Record<string, string>>; url: URL },
	form: FormData
): Tree {
	const { properties = {}, required = [] } = inputSchemaOf(shape);
	const parts = url.pathname.split('/');
	const tree = emptyTree();
	for (const [name, value] of Object.entries(params)) {
		if (value === undefined) continue;
		const noun = name === 'id' ? (parts[parts.indexOf(value) - 1] ?? '').replace(/s$/, '') : name;
		if (Object.hasOwn(properties, `${noun}Id`)) tree[`${noun}Id`] = value;
		// An id that may be left out is that of something new.
		else if (required.includes(name) && !form.has(name)) tree[name] = value;
	}
	return tree;
}

/**
 * What was typed, to show it again beside a refusal; what was chosen of a list stands one a line.
 * Secrets are never sent back.
 */
export function typedIn(form: FormData): Record<string, string> {
	const typed: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value === 'string' && !name.startsWith('$') && !isSecretName(name)) {
			const before = typed[name];
			typed[name] = before === undefined ? value : `${before}\n${value}`;
		}
	}
	return typed;
}

/** A form to be sent once more: its pairs of name and value as they came. */
export interface SentPairs {
	pairs: [name: string, value: string][];
	/** passwords, codes or keys were left out */
	hadSecrets: boolean;
	/** files were left out: a page cannot choose one */
	hadFiles: boolean;
}

/**
 * Every pair of a form in its order, those that begin with `$` included: they say which row it was, and
 * what an Undo undoes. Left out is what must not or cannot come back.
 */
export function sentPairs(form: FormData): SentPairs {
	const sent: SentPairs = { pairs: [], hadSecrets: false, hadFiles: false };
	for (const [name, value] of form) {
		if (typeof value !== 'string') sent.hadFiles = true;
		else if (isSecretName(name)) sent.hadSecrets = true;
		else sent.pairs.push([name, value]);
	}
	return sent;
}
