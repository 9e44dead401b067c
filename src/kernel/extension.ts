declare const extends_: unique symbol;

/**
 * A place where features that stand higher add what the feature or layer that declares it may not
 * know of: what to erase of a person, what follows from a change.
 */
export interface ExtensionPoint<Added> {
	readonly name: string;
	/** only for its type */
	readonly [extends_]?: Added;
}

/** Something that a feature adds at a point. */
export interface Extension {
	readonly point: ExtensionPoint<unknown>;
	readonly added: unknown;
}

/** Declares a point; its name is for people who read it in a debugger. */
export function extensionPoint<Added>(name: string): ExtensionPoint<Added> {
	return { name };
}

/** What a feature adds at a point. */
export function extension<Added>(point: ExtensionPoint<Added>, added: Added): Extension {
	return { point, added };
}

/** What all features added, in the order of the features, the lower ones first. */
export class Extensions {
	readonly #all: readonly Extension[];

	constructor(all: readonly Extension[]) {
		this.#all = all;
	}

	/** What was added at one point; nothing where nobody did. */
	of<Added>(point: ExtensionPoint<Added>): readonly Added[] {
		return this.#all.filter((one) => one.point === point).map((one) => one.added as Added);
	}
}
