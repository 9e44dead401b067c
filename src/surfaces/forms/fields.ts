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

/**
 * Converts the text of a form field to the type of its schema: a number, or null or undefined for an
 * empty text. A text that is not a number stays a text, which the schema refuses later.
 */
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

/** An object without a prototype, so that a field name such as `__proto__` cannot reach one. */
function emptyTree(): Tree {
	return Object.create(null) as Tree;
}

function setAt(tree: Tree, path: string[], value: unknown): void {
	const [head = '', ...rest] = path;
	if (rest.length === 0) {
		tree[head] = value;
		return;
	}
	const next = tree[head];
	const inner = typeof next === 'object' && next !== null ? (next as Tree) : emptyTree();
	tree[head] = inner;
	setAt(inner, rest, value);
}

/** The schema at a dotted path; undefined for a name that the input does not have. */
function schemaAt(schema: FieldSchema, path: string[]): FieldSchema | undefined {
	return path.reduce<FieldSchema | undefined>(
		(at, name) =>
			at?.properties && Object.hasOwn(at.properties, name) ? at.properties[name] : undefined,
		schema
	);
}

/**
 * Converts form fields to the input of an operation. Dotted names become nested objects; unknown names
 * are ignored; a field whose schema is a list takes all values of that name; an empty text is left out
 * where the schema allows no text.
 * @param input schema of the operation's input
 * @param form as the browser sent it; names for the page alone begin with `$` and match no schema
 */
export function inputFrom(input: z.ZodType, form: FormData): Tree {
	const schema = inputSchemaOf(input);
	const tree = emptyTree();
	for (const name of new Set(form.keys())) {
		const path = name.split('.');
		const at = schemaAt(schema, path);
		if (!at) continue;
		const values = form.getAll(name).filter((value) => typeof value === 'string');
		if (typesOf(at).includes('array')) {
			const items = itemsOf(at);
			setAt(
				tree,
				path,
				values.filter((value) => value !== '').map((value) => valueOf(value, items))
			);
			continue;
		}
		const value = valueOf(values.at(-1) ?? '', at);
		if (value !== undefined) setAt(tree, path, value);
	}
	return tree;
}

/**
 * Empty lists for the required lists of an input: a browser sends nothing for a list of which no box is ticked.
 * @param input schema of the operation's input
 */
export function emptyLists(input: z.ZodType): Tree {
	const schema = inputSchemaOf(input);
	const lists = (schema.required ?? []).filter((name) =>
		typesOf(schemaAt(schema, [name])).includes('array')
	);
	return Object.fromEntries(lists.map((name) => [name, []]));
}

/**
 * Input that is in the address of the page: below `/interviews/{id}` an operation with a field
 * `interviewId` gets it, and one with a required `id` gets that where the form has none.
 * @param input schema of the operation's input
 * @param event route parameters and address of the page
 */
export function fromAddress(
	input: z.ZodType,
	{ params, url }: { params: Partial<Record<string, string>>; url: URL },
	form: FormData
): Tree {
	const { properties = {}, required = [] } = inputSchemaOf(input);
	const parts = url.pathname.split('/');
	const tree = emptyTree();
	for (const [name, value] of Object.entries(params)) {
		if (value === undefined) continue;
		const noun = name === 'id' ? (parts[parts.indexOf(value) - 1] ?? '').replace(/s$/, '') : name;
		if (Object.hasOwn(properties, `${noun}Id`)) tree[`${noun}Id`] = value;
		// An optional id is the id of a new thing, not that of the page.
		else if (required.includes(name) && !form.has(name)) tree[name] = value;
	}
	return tree;
}

/**
 * The submitted texts, to be shown again beside a refusal. Several values of one name are joined by line
 * breaks. Secrets are left out.
 */
export function typedFields(form: FormData): Record<string, string> {
	const typed: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value === 'string' && !name.startsWith('$') && !isSecretName(name)) {
			const before = typed[name];
			typed[name] = before === undefined ? value : `${before}\n${value}`;
		}
	}
	return typed;
}

/** A submitted form that can be sent again: name and value of each field in their order. */
export interface SentPairs {
	pairs: [name: string, value: string][];
	/** whether passwords, codes or keys were left out */
	hadSecrets: boolean;
	/** whether files were left out: a page cannot preselect a file */
	hadFiles: boolean;
}

/**
 * All fields of a form in their order, without secrets and files. Names that begin with `$` are included:
 * they identify the row and what an Undo undoes.
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
