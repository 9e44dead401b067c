/**
 * Invented people for the demo. Names are common ones of a few countries, drawn apart from each other; no
 * combination is meant to be a real person, and no company or school here exists.
 */
interface Region {
	/** how many of a hundred people come from here */
	share: number;
	given: string[];
	family: string[];
}

const list = (text: string): string[] => text.split(', ');

const regions: readonly Region[] = [
	{
		share: 52,
		given: list(
			'Anna, Erik, Maria, Lars, Karin, Anders, Sara, Johan, Emma, Per, Kristina, Mikael, Lena, Jonas, Ingrid, Fredrik, Hanna, Magnus, Elin, Gustav, Malin, Henrik, Åsa, Olof, Sofia, Björn, Ebba, Viktor, Linnea, Rasmus, Birgitta, Oskar, Frida, Torsten, Ida, Axel, Klara, Mattias, Siv, Emil, Josefin, Ulf, Matilda, Simon, Gunilla, Albin, Tove, Stellan, Märta, Filip'
		),
		family: list(
			'Andersson, Lindberg, Nyström, Karlsson, Bergqvist, Sandell, Holmgren, Åkesson, Wikström, Dahlin, Öberg, Forsman, Hedlund, Sjögren, Rask, Lundvall, Ekman, Norling, Strand, Blomhage, Hallin, Ståhl, Wennberg, Persson, Alm, Grönlund, Fransson, Kjellberg, Löfgren, Molin, Palm, Rosén, Sundin, Tengblad, Ulvsbäck, Vallin, Westman, Ångström, Ödman, Boström, Cederlund, Eneroth, Frisk, Gyllander, Hage, Isaksson, Jansson, Kihlberg, Lagerås, Mattsson'
		)
	},
	{
		share: 16,
		given: list(
			'James, Alice, Owen, Harriet, Callum, Niamh, George, Beth, Rory, Imogen, Daniel, Ffion, Hugh, Eleanor, Declan, Margaret, Tom, Priscilla, Ewan, Orla'
		),
		family: list(
			'Whitfield, Okafor, Hargreaves, Byrne, Pembroke, Ashdown, MacLeish, Tranter, Llewellyn, Cartwright, Boateng, Fairweather, Quinlan, Redfern, Sutcliffe, Thornbury, Mensah, Yates, Kilbride, Holloway, Brackley, Osgood, Penhale, Rudd'
		)
	},
	{
		share: 9,
		given: list(
			'Katrin, Jürgen, Annika, Matthias, Heike, Florian, Ulrike, Sebastian, Birte, Thomas'
		),
		family: list(
			'Brandt, Hoffstetter, Kühn, Lenz, Petersen, Reinicke, Schuster, Vogelsang, Weidner, Zapf, Ahrens, Dornbusch'
		)
	},
	{
		share: 7,
		given: list('Inês, Carlos, Lucía, João, Marta, Diego, Teresa, Rui, Pilar, Álvaro'),
		family: list(
			'Falcato, Romero, Vidal, Teixeira, Navarro, Carvalho, Iglesias, Pacheco, Serrano, Moreira'
		)
	},
	{
		share: 6,
		given: list('Priya, Arjun, Meera, Imran, Sunita, Rohan, Farah, Vikram'),
		family: list('Raman, Kapoor, Iyer, Siddiqui, Menon, Choudhury, Deshpande, Fernando')
	},
	{
		share: 5,
		given: list('Leila, Omar, Shirin, Yusuf, Nadia, Karim, Parisa, Hassan'),
		family: list('Haddad, Rahimi, Nasser, Karimi, Mansour, Tehrani, Aziz, Saleh')
	},
	{
		share: 3,
		given: list('Agnieszka, Marek, Ewa, Tomasz, Zofia, Piotr'),
		family: list('Kowalczyk, Zielińska, Nowicki, Wójcik, Pawlak, Sikora')
	},
	{
		share: 2,
		given: list('Yuki, Minh, Mei, Hana, Jun, Lan'),
		family: list('Tanaka, Nguyen, Chen, Park, Watanabe, Tran')
	}
];

/** Positions and employers of one kind of work; those near the themes of the demo stand first. */
const work: readonly { share: number; positions: string[]; companies: string[] }[] = [
	{
		share: 7,
		positions: list(
			'Editor, Copy editor, Sub-editor, Features editor, Managing editor, Picture editor, Proofreader'
		),
		companies: list(
			'Kvarnstad Magasin, Dale & Down, Norrsken Förlag, Harbour Press, Vardagen, Tidskriften Plats'
		)
	},
	{
		share: 5,
		positions: list(
			'Technical writer, Senior technical writer, Documentation manager, Information architect, Content designer'
		),
		companies: list(
			'Larkspur Instruments, Revontuli Software, Nordkap Systems, Skärgård Elektronik, Tern Robotics'
		)
	},
	{
		share: 4,
		positions: list('School counsellor, Study adviser, Career counsellor, Special needs teacher'),
		companies: list(
			'Björkdalsskolan, Fjordgata skole, Hvilans gymnasium, Sankt Eriks folkhögskola, Westmoor Academy'
		)
	},
	{
		share: 11,
		positions: list(
			'Teacher, Primary school teacher, Lecturer, Head teacher, Librarian, Preschool teacher, School nurse'
		),
		companies: list(
			'Stadsbiblioteket i Kvarnstad, Lövängens skola, Göta högskola, Ebbes förskola, Ashgrove School, Norrviken universitet'
		)
	},
	{
		share: 14,
		positions: list(
			'Software engineer, Test lead, Product manager, Data analyst, System architect, UX designer, IT support, Scrum master'
		),
		companies: list(
			'Nordkap Systems, Brygga Data, Fyrtorn Analytics, Molnverket, Pixelfabriken, Quayside Software, Aurora Payments'
		)
	},
	{
		share: 11,
		positions: list(
			'Nurse, Physiotherapist, Midwife, General practitioner, Psychologist, Ward manager, Dentist, Occupational therapist'
		),
		companies: list(
			'Östra sjukhuset, Vårdcentralen Linden, Rehab Hamnen, Kvarnstads lasarett, Saint Brigid Hospital, Tandhälsan Viken'
		)
	},
	{
		share: 10,
		positions: list(
			'Accountant, Financial controller, Auditor, Payroll specialist, Business analyst, Credit adviser'
		),
		companies: list(
			'Sävra Freight, Lejonet Revision, Ekudden Bank, Harmattan Tools, Thorne & Pike, Balans Ekonomi'
		)
	},
	{
		share: 10,
		positions: list(
			'Sales manager, Account manager, Marketing coordinator, Customer adviser, Purchaser, Store manager'
		),
		companies: list(
			'Pennine Pumps, Solvik Möbler, Hemma & Hus, Granit Kök, Bellwether Foods, Nordljus Belysning'
		)
	},
	{
		share: 8,
		positions: list(
			'Civil engineer, Architect, Site manager, Electrician, Surveyor, Project manager, Carpenter'
		),
		companies: list(
			'Berg & Bro, Takås Bygg, Studio Kajen, Rivet Engineering, Vattenverket, Elvik Installation'
		)
	},
	{
		share: 6,
		positions: list(
			'HR partner, Recruiter, Office manager, Communications officer, Lawyer, Management consultant'
		),
		companies: list(
			'Kvarnstads kommun, Västerlänets förvaltning, Klara Juridik, Milestone Partners, Hagaby Konsult, Regionhuset'
		)
	},
	{
		share: 6,
		positions: list(
			'Photographer, Graphic designer, Illustrator, Musician, Film editor, Stage manager, Potter'
		),
		companies: list(
			'Freelance, Stadsteatern, Studio Måsen, Kulturhuset Ankaret, Freelance, Lumen Film'
		)
	},
	{
		share: 8,
		positions: list(
			'Chef, Hotel manager, Truck driver, Gardener, Biologist, Researcher, Harbour guard, Retired, Student'
		),
		companies: list(
			'Hotell Strandgården, Kafé Nypon, Ängsholms Trädgård, Havsinstitutet, Sävra Freight, Hamnvakten, Göta högskola'
		)
	}
];

/** Numbers from 0 to below 1 that look drawn and are the same each time (Park and Miller, 1988). */
function drawn(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** One of several, as often as their shares of a hundred say. */
function byShare<Each extends { share: number }>(all: readonly Each[], draw: number): Each {
	let left = draw * all.reduce((sum, { share }) => sum + share, 0);
	const found = all.find(({ share }) => (left -= share) < 0) ?? all.at(-1);
	if (!found) throw new Error('Nothing to draw from.');
	return found;
}

/** A company of a position: who is retired has none, a student studies. */
function companyOf(position: string, companies: readonly string[], draw: number): string {
	if (position === 'Retired') return '';
	if (position === 'Student') return 'Göta högskola';
	return companies[Math.floor(draw * companies.length)] ?? '';
}

/**
 * A LinkedIn contacts file of invented people.
 * @param count number of people
 * @param addedOn date of each connection, by index
 */
export function connectionsFile(count: number, addedOn: (index: number) => string): string {
	const next = drawn(20_261_123);
	const one = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
	const names = new Set<string>();
	const rows = Array.from({ length: count }, (_, index) => {
		let [first, last] = ['', ''];
		do {
			const region = byShare(regions, next());
			[first, last] = [one(region.given), one(region.family)];
		} while (names.has(`${first} ${last}`));
		names.add(`${first} ${last}`);
		const kind = byShare(work, next());
		const position = one(kind.positions);
		const slug = `${first}-${last}-${index}`
			.toLowerCase()
			.normalize('NFD')
			.replace(/[^a-z0-9-]/g, '');
		return [
			first,
			last,
			`https://www.linkedin.com/in/${slug}`,
			'',
			companyOf(position, kind.companies, next()),
			position,
			addedOn(index)
		].join(',');
	});
	const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
	return [header, ...rows, ''].join('\n');
}
