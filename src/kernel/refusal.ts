/**
 * A refusal is an answer, not an accident: the method, a limit or a shape said no, in a sentence
 * that says what is wrong, what is safe and what to do. Anything else that is thrown is a bug.
 */
export type RefusalKind = keyof typeof doors;

/** HTTP status and exit code (sysexits.h) of each kind, so that every door answers alike. */
const doors = {
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
export const refusalKinds = Object.keys(doors) as RefusalKind[];

export interface FieldRefusal {
	/** dotted path of the input's field, for example `criteria.0.text` */
	field: string;
	sentence: string;
}

export interface RefusalParts {
	kind: RefusalKind;
	/** a stable name that programs may rely on, for example `themes.three-open` */
	code: string;
	sentence: string;
	field?: string;
	fields?: FieldRefusal[];
	/** whole seconds until another try makes sense (kind `too-many` and `unavailable`) */
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
		this.status = doors[parts.kind].status;
		this.exitCode = doors[parts.kind].exitCode;
		this.retryAfter = parts.retryAfter;
	}
}

/**
 * Makes a refusal of a given kind; throw what it returns.
 * @param kind decides HTTP status and exit code
 * @param code stable name, `feature.reason`
 * @param sentence what is wrong, what is safe, what to do
 * @param field dotted path of the input's field it belongs to, where there is one
 */
export function refuse(kind: RefusalKind, code: string, sentence: string, field?: string): Refusal {
	return new Refusal({ kind, code, sentence, ...(field ? { field } : {}) });
}

/** The one answer for what does not exist and for what belongs to somebody else. */
export function missing(what: string): Refusal {
	return refuse(
		'missing',
		`${what}.missing`,
		`There is no such ${what} here. Nothing was changed. It may be gone by now; look for it again.`
	);
}

/** What was looked for. @throws Refusal `<what>.missing` where it is not there */
export function found<Thing>(thing: Thing | undefined, what: string): Thing {
	if (thing === undefined) throw missing(what);
	return thing;
}

/** The one of a list that has this id. @throws Refusal `<what>.missing` */
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

/** The answer to an id that a client minted twice, the second time for something else. */
export function otherBody(what: string): Refusal {
	return refuse(
		'conflict',
		`${what}.other-body`,
		`This id belongs to another ${what} already. Nothing was changed. Take a new id.`
	);
}
