import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpSchema } from '#server/db/migrate.ts';
import { openDatabase } from '#server/db/open.ts';
import { projectRoot } from '#server/project-root.ts';
import { openApiDocument } from '#surfaces/rest/document.ts';
import { dumpPostgresSchema, startPostgres } from '#tests/support/postgres.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';
import { operations } from '#surfaces/registry.server.ts';
import { exportDocument } from './export-document.ts';
import { tableTypes } from './table-types.ts';

/**
 * Writes all generated files: the schema of both engines, the types of their tables, the OpenAPI document
 * and `docs/export.md`.
 */
const folder = mkdtempSync(join(tmpdir(), 'imago-schema-'));
const database = openDatabase(join(folder, 'imago.db'));
if (database.file) {
	writeFileSync(join(projectRoot, 'db/schema.sqlite.sql'), dumpSchema(database.file));
}
writeFileSync(
	join(projectRoot, 'src/server/db/tables.generated.ts'),
	await tableTypes(database.read)
);
await database.close();
rmSync(folder, { recursive: true });

const server = await startPostgres();
writeFileSync(join(projectRoot, 'db/schema.postgres.sql'), dumpPostgresSchema(server.socket));
await server.stop();

mkdirSync(join(projectRoot, 'docs'), { recursive: true });
const document = JSON.stringify(openApiDocument(operations), null, '\t');
writeFileSync(join(projectRoot, 'docs/openapi.json'), `${document}\n`);
writeFileSync(join(projectRoot, 'docs/export.md'), exportDocument(rowRules));
