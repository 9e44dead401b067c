import type { AnyOperation } from '#server/perform.ts';
import { inputSchemaOf } from '../../json-schema.ts';
import { parametersIn } from '../../rest/query.ts';
import { wordsOf } from './names.ts';
import { optionsOf, type FieldOption } from './options.ts';

/** The command line command of an operation, derived from the operation. */
export interface OperationCommand {
	operation: AnyOperation;
	group: string;
	verb: string;
	/** fields that may be given as positional arguments: those of the path, in its order */
	positionals: string[];
	options: FieldOption[];
	/** whether a file may be passed as its `fileName` and `content` */
	takesFile: boolean;
}

/** Derives the command of an operation. */
export function commandOf(operation: AnyOperation): OperationCommand {
	const [group, verb] = wordsOf(operation.name);
	const fields = optionsOf(inputSchemaOf(operation.input));
	const names = fields.map(({ field }) => field);
	return {
		operation,
		group,
		verb,
		positionals: parametersIn(operation.http.path),
		options: fields,
		takesFile: names.includes('fileName') && names.includes('content')
	};
}

/**
 * Commands by group, in the order of the registry.
 * @param only the group that is called; all groups where there is no such group
 */
export function commandGroups(
	operations: readonly AnyOperation[],
	only = ''
): Map<string, OperationCommand[]> {
	const matching = operations.filter(({ name }) => wordsOf(name)[0] === only);
	const listed = matching.length > 0 ? matching : operations;
	return Map.groupBy(listed.map(commandOf), ({ group }) => group);
}
