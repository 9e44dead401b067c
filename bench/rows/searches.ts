/** Search texts, by what makes them easy or hard to answer. */
const typed = {
	'1 character, hits': ['m', '林'],
	'1 character, no hit': ['ᚠ', 'ᛉ'],
	'2 characters, hits': ['ma', 'li'],
	'2 characters, no hit': ['zq', 'xj'],
	'3 characters, hits': ['lin', 'edi'],
	'3 characters, no hit': ['zqx', 'qjq'],
	'6 characters, hits': ['lindho', 'editor'],
	'6 characters, no hit': ['qxzvkj', 'lindhx'],
	'two words, hits': ['mara lind', 'editor harbour'],
	'two words, no hit': ['mara qxzv', 'zqx editor']
};

/**
 * The paths of all searches at one endpoint, interleaved, so that no kind is requested several times in a
 * row.
 */
export function searchPaths(endpoint: string): string[] {
	const lists = Object.values(typed);
	const words = [
		...lists.flatMap(([first = '']) => first),
		...lists.flatMap(([, next = '']) => next)
	];
	return words.map((each) => `${endpoint}${encodeURIComponent(each)}`);
}

/** The kind of search that was slowest, with its median in milliseconds. */
export function slowestKind(
	endpoint: string,
	byPath: ReadonlyMap<string, number>
): [string, number] {
	const kinds = Object.entries(typed).map(([kind, words]): [string, number] => {
		const times = words.map((each) => byPath.get(`${endpoint}${encodeURIComponent(each)}`) ?? 0);
		return [kind, Math.max(...times)];
	});
	return kinds.reduce((slowest, each) => (each[1] > slowest[1] ? each : slowest));
}
