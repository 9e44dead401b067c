import type { KnownTitle } from './title-suggestions.ts';

/**
 * The built-in lexicon of common job titles, written for this project and derived from no other list
 * (method.md "Borders"). A host may add a larger one with `imago titles add`.
 */
const families: Readonly<Record<string, string>> = {
	'Editing and publishing':
		'Editor, Managing editor, Copy editor, Magazine editor, Features editor, Commissioning editor, Picture editor, Proofreader, Publisher, Literary agent',
	'Writing and journalism':
		'Writer, Journalist, Reporter, Correspondent, Columnist, Copywriter, Speechwriter, Technical writer, Science writer, Screenwriter',
	Languages:
		'Translator, Conference interpreter, Sign language interpreter, Subtitler, Localisation lead, Terminologist, Language teacher',
	'Books and collections':
		'Librarian, Archivist, Bookseller, Records manager, Bookbinder, Rare books curator, Map curator',
	'Museums and heritage':
		'Curator, Conservator, Museum educator, Exhibition designer, Collections registrar, Archaeologist, Heritage officer',
	'Teaching children':
		'Primary school teacher, Secondary school teacher, Nursery teacher, Special needs teacher, Head teacher, Teaching assistant, Forest school leader',
	'Teaching adults':
		'Lecturer, Adult education tutor, Vocational trainer, Instructional designer, Academic adviser, Driving instructor, Workshop facilitator',
	'Guidance and coaching':
		'Career counsellor, Career coach, Life coach, School counsellor, Vocational adviser, Mentor, Outplacement adviser',
	'Psychology and therapy':
		'Psychologist, Psychotherapist, Family therapist, Art therapist, Music therapist, Child psychologist, Behavioural analyst',
	'Social work':
		'Social worker, Youth worker, Community organiser, Family support worker, Housing adviser, Refugee caseworker, Probation officer',
	'Nursing and midwifery':
		'Nurse, Community nurse, Midwife, Nurse practitioner, Ward manager, Hospice nurse, School nurse',
	'Medicine and care':
		'General practitioner, Surgeon, Paediatrician, Pharmacist, Paramedic, Dentist, Optometrist, Care home manager',
	'Movement and rehabilitation':
		'Physiotherapist, Occupational therapist, Speech therapist, Massage therapist, Sports coach, Yoga teacher, Dance teacher',
	'Food and cooking':
		'Chef, Pastry chef, Baker, Restaurant owner, Food writer, Cheesemaker, Winemaker, Dietitian, Recipe developer',
	'Farming and gardens':
		'Gardener, Landscape gardener, Market gardener, Farmer, Beekeeper, Florist, Nursery grower, Vineyard manager',
	'Animals and nature':
		'Veterinarian, Veterinary nurse, Zoologist, Park ranger, Wildlife biologist, Dog trainer, Animal shelter manager, Ornithologist',
	'Environment and climate':
		'Ecologist, Sustainability manager, Climate scientist, Environmental engineer, Forester, Energy adviser, Marine biologist, Water engineer',
	'Science and research':
		'Research scientist, Chemist, Physicist, Biologist, Laboratory technician, Statistician, Geologist, Astronomer',
	'Software and data':
		'Software engineer, Web developer, Data analyst, Data scientist, Product manager, Test engineer, Systems administrator, Security engineer',
	'Design of products and services':
		'Product designer, Service designer, Interaction designer, User researcher, Industrial designer, Accessibility specialist, Toy designer',
	'Pictures and graphics':
		'Graphic designer, Illustrator, Photographer, Animator, Art director, Typeface designer, Comic artist, Picture researcher',
	'Film, radio and sound':
		'Film director, Video editor, Documentary producer, Camera operator, Sound designer, Radio producer, Podcast producer, Film composer',
	'Stage and music':
		'Actor, Theatre director, Stage manager, Musician, Composer, Orchestra manager, Conductor, Costume designer, Dramaturge',
	'Buildings and places':
		'Architect, Landscape architect, Urban planner, Interior designer, Building surveyor, Structural engineer, Site manager',
	'Crafts and making':
		'Carpenter, Furniture maker, Potter, Goldsmith, Tailor, Weaver, Boat builder, Violin maker, Stonemason',
	'Law and mediation':
		'Lawyer, Solicitor, Judge, Paralegal, Mediator, Human rights adviser, Patent attorney, Notary',
	'Public life':
		'Policy adviser, Diplomat, Civil servant, City councillor, Campaign manager, Development worker, Election observer',
	'Giving and volunteering':
		'Fundraiser, Charity director, Volunteer coordinator, Grant manager, Foundation officer, Parish worker, Chaplain',
	'Founding and leading':
		'Founder, Managing director, Business developer, Social entrepreneur, Operations manager, Innovation manager, Shop owner',
	'People at work':
		'Human resources manager, Recruiter, Organisational psychologist, Learning and development manager, Diversity manager, Union representative',
	'Marketing and events':
		'Marketing manager, Brand manager, Press officer, Event manager, Community manager, Market researcher, Wedding planner',
	'Money and numbers':
		'Accountant, Auditor, Financial adviser, Actuary, Tax adviser, Investment analyst, Bank manager, Microfinance officer',
	'Travel and transport':
		'Tour guide, Travel writer, Hotel manager, Pilot, Train driver, Ship captain, Logistics planner, Mountain guide'
};

/** Every title of the built-in lexicon. */
export const lexicon: readonly KnownTitle[] = Object.entries(families).flatMap(([family, titles]) =>
	titles.split(', ').map((title) => ({ title, family }))
);
