import type { AnyOperation } from '#server/perform.ts';
import { wordsOf } from './names.ts';
import { optionsOf, type FieldOption } from './options.ts';
import { schemaOf } from './schema.ts';

/** An operation as a command; everything in it comes from the operation itself. */
export interface OperationCommand {
	operation: AnyOperation;
	group: string;
	verb: string;
	/** fields that may be given by their place, those of the path in its order */
	places: string[];
	options: FieldOption[];
	/** whether a file can be its `fileName` and `content` */
	takesFile: boolean;
}

/** Makes the command of one operation. */
export function commandOf(operation: AnyOperation): OperationCommand {
	const [group, verb] = wordsOf(operation.name);
	const fields = optionsOf(schemaOf(operation.input));
	const names = fields.map(({ field }) => field);
	return {
		operation,
		group,
		verb,
		places: [...operation.http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
		options: fields,
		takesFile: names.includes('fileName') && names.includes('content')
	};
}

/** All commands by group, in the order of the registry. */
export function commandGroups(
	operations: readonly AnyOperation[]
): Map<string, OperationCommand[]> {
	return Map.groupBy(operations.map(commandOf), ({ group }) => group);
}
