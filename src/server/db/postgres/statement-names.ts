/**
 * Names of prepared statements on the server, so that parsing and planning happen once per
 * connection. Only repeated statements get a name: `in` lists of every length would fill the memory
 * of the server.
 */
const nameFromUse = 3;
const mostNamed = 400;
const mostCounted = 2_000;

const names = new Map<string, string>();
const useCounts = new Map<string, number>();

/**
 * The name of a statement from its third use on; none before, or when the limit of names is
 * reached.
 */
export function statementName(sql: string): string | undefined {
	const known = names.get(sql);
	if (known) return known;
	if (names.size >= mostNamed) return undefined;
	const times = (useCounts.get(sql) ?? 0) + 1;
	if (times < nameFromUse) {
		if (useCounts.size >= mostCounted) useCounts.clear();
		useCounts.set(sql, times);
		return undefined;
	}
	useCounts.delete(sql);
	const name = `imago_${String(names.size)}`;
	names.set(sql, name);
	return name;
}
