import { strToU8, zipSync } from 'fflate';

export interface ConnectionsOptions {
	/** people in the file, each with a unique profile URL */
	rows: number;
	/** seed of the random numbers; the same seed gives the same file */
	seed?: number;
	/** LinkedIn's notes before the header */
	preamble?: boolean;
	language?: Language;
	/** position of the URL column: third, last, or missing */
	withUrls?: boolean | 'last';
	bom?: boolean;
	crlf?: boolean;
}

/** Column names of LinkedIn by language, and its names of months. */
const languages = {
	en: 'First Name,Last Name,URL,Email Address,Company,Position,Connected On|Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
	de: 'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am|Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
	fr: 'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion|janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
	es: 'Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el|ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.',
	pt: 'Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em|jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
	it: 'Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il|gen feb mar apr mag giu lug ago set ott nov dic',
	nl: 'Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op|jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.',
	sv: 'Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Kontakt sedan|jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.',
	da: 'Fornavn,Efternavn,URL,E-mailadresse,Virksomhed,Stilling,Forbundet den|jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.',
	no: 'Fornavn,Etternavn,URL,E-postadresse,Bedrift,Stilling,Tilknyttet|jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.',
	pl: 'Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data nawiązania kontaktu|sty lut mar kwi maj cze lip sie wrz paź lis gru'
};
export type Language = keyof typeof languages;
export const everyLanguage = Object.keys(languages) as Language[];

/**
 * Given names and family names by script; the first two lists are the most frequent, as in a
 * typical address book.
 */
const scripts = [
	'Mara Jonas Ruth Elias Nora Victor Paula Simon Greta Hugo Clara Oscar Ines Felix Alma Leo Edith Martin Judith Arthur|Lindholm Carver Whitfield Marsh Okafor Bellamy Thornton Ashby Delgado Ferreira Novak Hartley Winslow Pembroke Castell Brandt Keller Moreau Quill Sorensen',
	'Agnieszka Łukasz Zoë Jürgen Renée Søren Þóra Åsa Mónica João Çağla Ömer Štěpán Živa Ağca Đorđe Siân Núria Œdile Mihkel|Wójcik Müller-Lüdenscheid Ångström Nuñez Gonçalves Dvořák Šimić Ćosić Bjørnstad Þorvaldsdóttir Brûlé Yıldız Kővári Õunapuu d’Aubigné O’Rourke Łęcki Straße Ævarsson Ničenko',
	'伟明 晓芳 志强 雨桐 佳怡 浩然 静怡 建国|欧阳 陈 林 周 司马 徐 郭 梁',
	'さくら 健太 美咲 大輔 ひかり アキラ 直子 翔|山本 小野寺 佐々木 五十嵐 高橋 星野 森 藤原',
	'민준 서연 도윤 하은 지호 수빈 예준 채원|김 남궁 박 최 황보 정 윤 한',
	'ليلى يوسف مريم خالد نور سامي هالة طارق|الهاشمي بن عمر الراشد حدّاد النجّار قاسم زيدان العطار',
	'Алёна Дмитрий Юлія Борис Ксения Тарас Світлана Фёдор|Лебедева Орлов Щербак Гайдай Соловьёв Мороз Ковальчук Зайцев',
	'Ελένη Γιώργος Δάφνη Νίκος Θάλεια Στέφανος Ιωάννα Άρης|Παππάς Αντωνίου Ξένος Βλάχος Μαυρίδης Ζαφείρης Καλογεράς Ψαρράς',
	'अनन्या रोहित प्रिया विक्रम दीपिका अर्जुन कविता मोहन|शर्मा वर्मा चौधरी मिश्रा त्रिपाठी जोशी नायर सिंह',
	'נועה איתן תמר יונתן שירה אורי מיכל דניאל|לוי כהן־צדק ברק שפירא אלמוג פרידמן גולן רוזן'
].map((script) => {
	const [given = '', family = ''] = script.split('|');
	return { given: given.split(' '), family: family.split(' ') };
});

const levels = ['', 'Senior ', 'Lead ', 'Assistant ', 'Freelance '];
const roles = [
	'Editor, Magazine Editor, Book Editor, Copy Editor, Managing Editor, Commissioning Editor, Photo Editor, Video Editor',
	'Technical Writer, Documentation Specialist, UX Writer, Science Writer, Grant Writer, Speechwriter, Journalist, Proofreader',
	'School Counsellor, Career Counsellor, Guidance Counsellor, School Psychologist, Social Worker, Family Therapist',
	'Primary Teacher, Music Teacher, Lecturer, Instructional Designer, Librarian, Archivist, Museum Educator, Curator',
	'Nurse, Midwife, Physiotherapist, Occupational Therapist, Speech Therapist, Dietitian, Pharmacist, Veterinarian',
	'Software Engineer, Data Analyst, Product Manager, Service Designer, Illustrator, Graphic Designer, Sound Designer',
	'Architect, Landscape Architect, Urban Planner, Surveyor, Carpenter, Boat Builder, Gardener, Forester',
	'Marine Biologist, Botanist, Geologist, Meteorologist, Statistician, Laboratory Technician, Beekeeper, Winemaker',
	'Translator, Interpreter, Publisher, Literary Agent, Bookseller, Printer, Typesetter, Podcast Producer',
	'Paralegal, Mediator, Policy Adviser, Event Manager, Fundraiser, Volunteer Coordinator, Tour Guide, Chef'
].flatMap((line) => line.split(', '));
/** About 400 invented job titles. */
export const titles = levels.flatMap((level) => roles.map((role) => level + role));

const companyNames =
	'Birch Harbour Lantern Northlight Meridian Kestrel Foxglove Saltmarsh Copperfield Tideway Juniper Quarry Wayfare Hollow Ember Larkspur Orchard Palimpsest Zephyr Øresund';
const companyKinds =
	'Press|Publishing House|Academy|School|& Partners|Studio|Clinic|Labs|Museum|Cooperative|Foundation|Verlag GmbH|Éditions|Works, Inc.|Weekly|University|"House" Theatre';
const companies = companyNames
	.split(' ')
	.flatMap((name) => companyKinds.split('|').map((kind) => `${name} ${kind}`));
const suffixes = [' 🌱', ', PhD', ' "Max"', ', M.Ed.', ' ✍️'];

const notes =
	'"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting. You can learn more here."';

/** The text of an invented LinkedIn export; every row of it can be read. */
export function connectionsCsv(options: ConnectionsOptions): string {
	const { rows, seed = 1, preamble = true, language = 'en', withUrls = true } = options;
	const [names = '', monthNames = ''] = languages[language].split('|');
	const random = randomFrom(seed);
	const lines = preamble ? ['Notes:', notes, ''] : [];
	lines.push(arranged(names.split(','), withUrls).join(','));
	for (let index = 0; index < rows; index += 1) {
		const cells = personCells(index, random, monthNames.split(' '));
		lines.push(arranged(cells, withUrls).map(quoted).join(','));
	}
	const end = options.crlf ? '\r\n' : '\n';
	return (options.bom ? '\ufeff' : '') + lines.join(end) + end;
}

/**
 * The file in a ZIP with two others, as LinkedIn sends it.
 * @param nested whether the ZIP is in another ZIP
 */
export function connectionsZip(csv: string, { nested = false } = {}): Uint8Array {
	const archive = zipSync({
		'Profile.csv': strToU8('First Name,Last Name,Headline\nAlma,Quill,Explorer\n'),
		'Connections.csv': strToU8(csv),
		'Rich Media.csv': strToU8('Date/Time,Media Description\n')
	});
	return nested ? zipSync({ 'Basic_LinkedInDataExport.zip': archive }) : archive;
}

type Random = (below: number) => number;

/** mulberry32: small, seeded, the same on every machine */
function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

function pick(list: readonly string[], random: Random): string {
	return list[random(list.length)] ?? '';
}

function personCells(index: number, random: Random, monthNames: readonly string[]): string[] {
	const script =
		scripts[Math.max(0, random(scripts.length * 5) - scripts.length * 4)] ?? scripts[0];
	const given = pick(script?.given ?? [], random) + (random(60) === 0 ? ' J.' : '');
	const family = random(500) === 0 ? 'undefined' : pick(script?.family ?? [], random);
	const suffix = random(80) === 0 ? pick(suffixes, random) : '';
	// Multiplying by an odd number maps 32-bit numbers one to one: unique, and not in the order of
	// the rows.
	const mark = (Math.imul(index + 1, 0x9e3779b1) >>> 0).toString(36);
	const latin = `${given}-${family}`
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z-]/g, '');
	const slug =
		latin.length > 4 ? `${latin}-${mark}` : encodeURIComponent(`${given}-${family}-${mark}`);
	return [
		given,
		family === 'undefined' ? family : family + suffix,
		`https://www.linkedin.com/in/${slug}`,
		random(100) === 0 ? `${latin.replace(/^-+|-+$/g, '') || 'post'}.${mark}@post.example` : '',
		random(12) === 0 ? '' : pick(companies, random),
		random(12) === 0 ? '' : pick(titles, random),
		`${1 + random(28)} ${monthNames[random(12)]} ${2006 + random(20)}`.padStart(11, '0')
	];
}

function arranged(cells: readonly string[], withUrls: boolean | 'last'): string[] {
	const [given = '', family = '', url = '', ...rest] = cells;
	if (withUrls === 'last') return [given, family, ...rest, url];
	return withUrls ? [given, family, url, ...rest] : [given, family, ...rest];
}

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
