import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { projectRoot } from '#server/project-root.ts';

/** A string that a page shows. */
export interface PageString {
	/** path below `src/` */
	file: string;
	/** what one presses (buttons, links that look like one, disclosures), or any other text */
	kind: 'control' | 'text';
	/** what changes stands as `…` */
	text: string;
}

/** A node of the tree of a component or of an expression in it. */
interface Node {
	type: string;
	name?: string;
	data?: string;
	attributes?: Node[];
	fragment?: { nodes: Node[] };
	value?: unknown;
	expression?: Node;
	[part: string]: unknown;
}

/** Attributes of components that hold the label of a control, by the component's name. */
const controlAttributes: Readonly<Record<string, readonly string[]>> = {
	PostButton: ['label'],
	PostForm: ['send'],
	Fold: ['label'],
	Confirm: ['open'],
	PeopleFinder: ['verb'],
	NewInTheme: ['label']
};

/** Attributes that hold text which is shown or read aloud. */
const textAttributes = new Set(
	'alt aria-label eyebrow heading help label lede legend loss need nobody placeholder question send sentence subject title verb words'.split(
		' '
	)
);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isText = (text: string): boolean => /\p{L}{2}/u.test(text.replaceAll('…', ''));

/** The texts that an expression may be: its literals, with `…` for what is computed. */
function literalsOf(node: unknown): string[] {
	if (typeof node !== 'object' || node === null) return [];
	if (Array.isArray(node)) return node.flatMap(literalsOf);
	const { type, value, quasis } = node as Node & { quasis?: { value: { cooked: string } }[] };
	if (type === 'Literal') return typeof value === 'string' ? [value] : [];
	if (type === 'TemplateLiteral') return [quasis?.map((part) => part.value.cooked).join('…') ?? ''];
	if (type === 'ConditionalExpression' || type === 'LogicalExpression') {
		const { consequent, alternate, left, right } = node as Node;
		return [consequent, alternate, left, right].flatMap(literalsOf);
	}
	return [];
}

function isHidden(node: Node): boolean {
	return (node.attributes ?? []).some(
		({ name, value }) => name === 'class' && JSON.stringify(value).includes('"sr"')
	);
}

/** The texts that a fragment may be, one for each branch of an `{#if}` in it; without what is only read aloud. */
function textsOf(nodes: readonly Node[]): string[] {
	return nodes.reduce<string[]>(
		(texts, node) => {
			const parts = partsOf(node);
			return texts.flatMap((text) => parts.map((part) => text + part));
		},
		['']
	);
}

function partsOf(node: Node): string[] {
	if (node.type === 'Text') return [node.data ?? ''];
	if (node.type === 'ExpressionTag') {
		const literals = literalsOf(node.expression);
		return literals.length > 0 ? literals : ['…'];
	}
	if (node.type === 'IfBlock') {
		const { consequent, alternate } = node as Node & Record<'consequent' | 'alternate', Branch>;
		return [consequent, alternate].flatMap((branch) => (branch ? textsOf(branch.nodes) : ['']));
	}
	if (!node.fragment || isHidden(node) || node.name === 'Icon') return [''];
	return textsOf(node.fragment.nodes);
}

type Branch = { nodes: Node[] } | null | undefined;

function attributeTexts({ value }: Node): string[] {
	if (Array.isArray(value)) {
		const parts = value as Node[];
		const [first] = parts;
		if (parts.length === 1 && first?.type === 'ExpressionTag') return literalsOf(first.expression);
		return textsOf(parts);
	}
	return typeof value === 'object' ? literalsOf((value as Node | null)?.expression) : [];
}

/** Texts of a property `label` in an object that is passed on, as in `post={{ action, label }}`. */
function labelsIn(node: unknown): string[] {
	if (typeof node !== 'object' || node === null) return [];
	if (Array.isArray(node)) return node.flatMap(labelsIn);
	const { type, key, value } = node as Node & { key?: { name?: string } };
	if (type === 'Property' && key?.name === 'label') return literalsOf(value);
	return Object.values(node).flatMap(labelsIn);
}

function isControl(node: Node): boolean {
	if (node.name === 'button' || node.name === 'summary') return true;
	const looks = (node.attributes ?? []).find(({ name }) => name === 'class')?.value;
	return node.name === 'a' && /"button[ "]/.test(JSON.stringify(looks ?? ''));
}

function stringsOfComponent(file: string, source: string): PageString[] {
	const found: PageString[] = [];
	const add = (kind: PageString['kind'], texts: readonly string[]): void => {
		for (const text of texts.map(squeezed)) if (isText(text)) found.push({ file, kind, text });
	};
	const visit = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		if (Array.isArray(node)) {
			node.forEach(visit);
			return;
		}
		const { type, name = '', attributes = [], fragment } = node as Node;
		if (type === 'RegularElement' || type === 'Component') {
			for (const attribute of attributes) {
				if (attribute.type !== 'Attribute') continue;
				const labels = controlAttributes[name] ?? [];
				if (labels.includes(attribute.name ?? '')) add('control', attributeTexts(attribute));
				else if (textAttributes.has(attribute.name ?? '')) add('text', attributeTexts(attribute));
				else add('control', labelsIn(attribute.value));
			}
			if (fragment && isControl(node as Node)) {
				add('control', textsOf(fragment.nodes));
				return;
			}
		}
		if (type === 'Text') add('text', [(node as Node).data ?? '']);
		if (type === 'ExpressionTag') add('text', literalsOf((node as Node).expression));
		for (const [part, value] of Object.entries(node)) {
			if (part !== 'attributes' && part !== 'metadata') visit(value);
		}
	};
	visit(parse(source, { modern: true }).fragment);
	return found;
}

/** Names of properties in objects that become the label of a control. */
const labelNames = new Set(['label', 'send']);

function stringsOfModule(file: string, source: string): PageString[] {
	const found: PageString[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
		let text: string | undefined;
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) ({ text } = node);
		else if (ts.isTemplateExpression(node)) {
			text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
		}
		if (text !== undefined && isText(text) && /^\P{L}*\p{Lu}|\p{L} \p{L}/u.test(text)) {
			const { parent } = node;
			const isLabel =
				ts.isPropertyAssignment(parent) && labelNames.has(parent.name.getText(parsed));
			found.push({ file, kind: isLabel ? 'control' : 'text', text: squeezed(text) });
		}
		ts.forEachChild(node, visit);
	};
	const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
	visit(parsed);
	return found;
}

/** Every string of the components, and of the modules below `features/`, in the order of the files. */
export function pageStrings(): PageString[] {
	return readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
		.filter(
			(file) => /\.(svelte|ts)$/.test(file) && !/\.test\.ts$|^routes\/design\/|\/store\//.test(file)
		)
		.filter((file) => file.endsWith('.svelte') || /^(features|ui|method)\//.test(file))
		.sort()
		.flatMap((file) => {
			const source = readFileSync(join(projectRoot, 'src', file), 'utf8');
			return file.endsWith('.svelte')
				? stringsOfComponent(file, source)
				: stringsOfModule(file, source);
		});
}
