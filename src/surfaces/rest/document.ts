import type { AnyOperation } from '#server/perform.ts';
import { version } from '#server/version.ts';
import type { Json } from '../json-schema.ts';
import { groupOf, groupDescription } from './document/groups.ts';
import { describe } from './document/operation.ts';
import { answerHeaders, problem, requestHeaders, undo } from './document/parts.ts';
import { refusalParts } from './document/refusals.ts';
import { byPath } from './verbs.ts';

/**
 * Builds the OpenAPI 3.1 document from the operations; their zod schemas are converted to JSON Schema.
 */
export function openApiDocument(operations: readonly AnyOperation[]): Json {
	const paths: Record<string, Json> = {};
	const sorted = operations.toSorted((one, other) => byPath(one.http, other.http));
	for (const operation of sorted) {
		const at = (paths[operation.http.path] ??= {});
		at[operation.http.verb.toLowerCase()] = describe(operation);
	}
	const used = [...new Set(sorted.map(groupOf))];
	return {
		openapi: '3.1.0',
		info: {
			title: 'Imago',
			version,
			summary: 'Informational interviews, from the first wish to the decision',
			description:
				'docs/api.md explains, with examples, what all addresses have in common: pages, idempotency, conditional writes, refusals and limits.',
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' }
		},
		servers: [{ url: '/api/v1' }],
		security: [{ key: [] }],
		tags: used.map((name) => ({ name, description: groupDescription(name) })),
		paths,
		components: {
			securitySchemes: {
				key: { type: 'http', scheme: 'bearer', description: 'A key created in Settings' }
			},
			parameters: requestHeaders,
			headers: answerHeaders,
			responses: refusalParts(),
			schemas: { Problem: problem, Undo: undo }
		}
	};
}
