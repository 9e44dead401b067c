import type { RawRow } from '#tests/support/raw.ts';
import { undoCase } from '#tests/support/undo.ts';

/** In these a row that was withdrawn is history, which no page shows. */
const keepsHistory = new Set(['readiness_statements', 'consultations']);

/** A statement that is made again has another id; since when a theme is first counts only while it is. */
function standing(table: string, row: RawRow): RawRow | undefined {
	if (keepsHistory.has(table) && row.withdrawn_at !== null) return undefined;
	if (table === 'readiness_statements') return { ...row, id: null };
	if (table === 'themes' && row.seat !== 1) return { ...row, top_since: null };
	return row;
}

/** A case of clarity, whose history is not compared. */
export const clarityCase: typeof undoCase = (operation, parts) =>
	undoCase(operation, { part: standing, ...parts });
