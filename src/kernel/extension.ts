declare const extends_: unique symbol;

/**
 * An extension point: features above add what the declaring feature or layer must not import, for example
 * what to erase of a person.
 */
export interface ExtensionPoint<Added> {
	readonly name: string;
	/** phantom property that carries the type */
	readonly [extends_]?: Added;
}

/** What a feature adds at an extension point. */
export interface Extension {
	readonly point: ExtensionPoint<unknown>;
	readonly added: unknown;
}

/** Declares an extension point; the name is for debugging. */
export function extensionPoint<Added>(name: string): ExtensionPoint<Added> {
	return { name };
}

/** Makes the addition of a feature to an extension point. */
export function extension<Added>(point: ExtensionPoint<Added>, added: Added): Extension {
	return { point, added };
}

/** The additions of all features, in the order of the features, the lowest first. */
export class Extensions {
	readonly #all: readonly Extension[];

	constructor(all: readonly Extension[]) {
		this.#all = all;
	}

	/** The additions to one point; empty where there are none. */
	of<Added>(point: ExtensionPoint<Added>): readonly Added[] {
		return this.#all.filter((one) => one.point === point).map((one) => one.added as Added);
	}
}
