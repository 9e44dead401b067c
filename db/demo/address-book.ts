/** Invented names; no combination is meant to be a real person. */
const given = [
	'Agneta',
	'Bastian',
	'Corinne',
	'Dmitri',
	'Elif',
	'Fintan',
	'Greta',
	'Hamid',
	'Ingrid',
	'Jovan',
	'Kaja',
	'Lorenzo',
	'Minna',
	'Noor',
	'Ottilie',
	'Pavel',
	'Renske',
	'Sanna',
	'Teodor',
	'Vilma'
];
const family = [
	'Almgrensson',
	'Brackenby',
	'Castelmore',
	'Dunvegan',
	'Eklöfsson',
	'Fernsby',
	'Gullbrandt',
	'Hollowell',
	'Iversby',
	'Jarnefelt',
	'Kvistgaard',
	'Lundqvarn',
	'Marchetti-Rask',
	'Nordvall',
	'Ostermark',
	'Pennywick',
	'Quistgaard',
	'Rosenlundh',
	'Sandhamre',
	'Tallroth'
];
const work = [
	['Accountant', 'Sävra Freight'],
	['Sub-editor', 'Kvarnstad Magasin'],
	['Software engineer', 'Nordkap Systems'],
	['Teacher', 'Hvitfeldtska läroverket'],
	['Technical writer', 'Larkspur Instruments'],
	['Nurse', 'Östra sjukhuset'],
	['Project manager', 'Harmattan Tools'],
	['Librarian', 'Stadsbiblioteket'],
	['Documentation specialist', 'Revontuli Software'],
	['Editor', 'Dale & Down'],
	['School counsellor', 'Fjordgata skole'],
	['Sales lead', 'Pennine Pumps'],
	['Photographer', 'Freelance']
] as const;

/**
 * A LinkedIn contacts file of invented people.
 * @param count at most 400
 * @param addedOn date of each connection, by index
 */
export function connectionsFile(count: number, addedOn: (index: number) => string): string {
	const rows = Array.from({ length: count }, (_, index) => {
		const first = given[index % given.length] ?? '';
		const last = family[Math.floor(index / given.length) % family.length] ?? '';
		const [position, company] = work[(index * 7) % work.length] ?? ['', ''];
		const slug = `${first}-${last}-${index}`
			.toLowerCase()
			.normalize('NFD')
			.replace(/[^a-z0-9-]/g, '');
		return [
			first,
			last,
			`https://www.linkedin.com/in/${slug}`,
			'',
			company,
			position,
			addedOn(index)
		].join(',');
	});
	const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
	return [header, ...rows, ''].join('\n');
}
