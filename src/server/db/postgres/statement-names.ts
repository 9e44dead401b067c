/**
 * Names under which the server keeps prepared statements, so that parsing and planning are paid
 * once a connection. Only what comes again is worth a name: lists of every length would fill the
 * server's memory.
 */
const worthAt = 3;
const mostNamed = 400;
const mostCounted = 2_000;

const names = new Map<string, string>();
const seen = new Map<string, number>();

/** The statement's name from its third use on; none before, or where there are too many. */
export function statementName(sql: string): string | undefined {
	const known = names.get(sql);
	if (known) return known;
	if (names.size >= mostNamed) return undefined;
	const times = (seen.get(sql) ?? 0) + 1;
	if (times < worthAt) {
		if (seen.size >= mostCounted) seen.clear();
		seen.set(sql, times);
		return undefined;
	}
	seen.delete(sql);
	const name = `imago_${String(names.size)}`;
	names.set(sql, name);
	return name;
}
