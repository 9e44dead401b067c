/**
 * A refusal is an expected negative answer, of a rule of the method, a limit or a schema. Its sentence
 * says what is wrong, what is safe and what to do. Every other thrown error is a bug.
 */
export type RefusalKind = keyof typeof codesByKind;

/** HTTP status and exit code (sysexits.h) of each kind, the same at every interface. */
const codesByKind = {
	invalid: { status: 422, exitCode: 65 },
	'not-signed-in': { status: 401, exitCode: 77 },
	'not-allowed': { status: 403, exitCode: 77 },
	missing: { status: 404, exitCode: 66 },
	conflict: { status: 409, exitCode: 75 },
	changed: { status: 412, exitCode: 75 },
	'too-soon': { status: 409, exitCode: 75 },
	'too-many': { status: 429, exitCode: 75 },
	'too-large': { status: 413, exitCode: 65 },
	unavailable: { status: 503, exitCode: 69 }
};
export const refusalKinds = Object.keys(codesByKind) as RefusalKind[];

export interface FieldRefusal {
	/** dotted path of the input's field, for example `criteria.0.text` */
	field: string;
	sentence: string;
}

export interface RefusalParts {
	kind: RefusalKind;
	/** stable code that programs may rely on, for example `themes.three-open` */
	code: string;
	sentence: string;
	field?: string;
	fields?: FieldRefusal[];
	/** whole seconds until a retry makes sense (kinds `too-many` and `unavailable`) */
	retryAfter?: number;
}

export class Refusal extends Error {
	readonly kind: RefusalKind;
	readonly code: string;
	readonly sentence: string;
	readonly fields: FieldRefusal[];
	readonly status: number;
	readonly exitCode: number;
	readonly retryAfter: number | undefined;

	constructor(parts: RefusalParts) {
		super(`${parts.code}: ${parts.sentence}`);
		this.name = 'Refusal';
		this.kind = parts.kind;
		this.code = parts.code;
		this.sentence = parts.sentence;
		this.fields =
			parts.fields ?? (parts.field ? [{ field: parts.field, sentence: parts.sentence }] : []);
		this.status = codesByKind[parts.kind].status;
		this.exitCode = codesByKind[parts.kind].exitCode;
		this.retryAfter = parts.retryAfter;
	}
}

/**
 * Makes a refusal; the caller throws it.
 * @param kind decides HTTP status and exit code
 * @param code stable code, `feature.reason`
 * @param sentence what is wrong, what is safe, what to do
 * @param field dotted path of the input field that it concerns, where there is one
 */
export function refuse(kind: RefusalKind, code: string, sentence: string, field?: string): Refusal {
	return new Refusal({ kind, code, sentence, ...(field ? { field } : {}) });
}

/** Makes a refusal of kind `conflict` (409): the present state does not allow it; parameters as of `refuse`. */
export const refuseConflict = (code: string, sentence: string, field?: string): Refusal =>
	refuse('conflict', code, sentence, field);

/** Makes a refusal of kind `invalid` (422): the input is not acceptable; parameters as of `refuse`. */
export const refuseInvalid = (code: string, sentence: string, field?: string): Refusal =>
	refuse('invalid', code, sentence, field);

/** A thing's code in words: `introduction request` for `introduction-request`. */
const inWords = (what: string): string => what.replaceAll('-', ' ');

/** The refusal `<what>.missing`, the same for a missing thing and for one of another workspace. */
export function missing(what: string): Refusal {
	return refuse(
		'missing',
		`${what}.missing`,
		`This ${inWords(what)} was not found. Nothing was changed. It may have been deleted.`
	);
}

/**
 * Returns the thing.
 * @throws Refusal `<what>.missing` where it is undefined
 */
export function found<Thing>(thing: Thing | undefined, what: string): Thing {
	if (thing === undefined) throw missing(what);
	return thing;
}

/**
 * Finds the item with this id in a list.
 * @throws Refusal `<what>.missing`
 */
export function oneIn<Thing extends { id: string }>(
	list: readonly Thing[],
	id: string,
	what: string
): Thing {
	return found(
		list.find((each) => each.id === id),
		what
	);
}

/** The refusal `<what>.other-body`: a client sent an id that exists already, with different content. */
export function otherBody(what: string): Refusal {
	return refuseConflict(
		`${what}.other-body`,
		`This id already belongs to another ${inWords(what)}. Nothing was changed. Use a new id.`
	);
}
