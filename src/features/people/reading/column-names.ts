import { fold } from '#method/folding.ts';

/** Meanings of the columns of a connections file. */
export type Column =
	| 'givenName'
	| 'familyName'
	| 'name'
	| 'profile'
	| 'email'
	| 'company'
	| 'position'
	| 'connectedOn';

/** Index of the cell, counted from 0, for each meaning. */
export type Columns = Partial<Record<Column, number>>;

/**
 * Header names, separated by `|`: LinkedIn's own (English and German from its files; the
 * other languages as best known, with the usual words beside them), then those of other exports.
 * Order: en, de, fr, es, pt, it, nl, sv, da, no, pl.
 */
const written: Record<Column, string> = {
	givenName:
		'First Name|Given Name|Vorname|Prénom|Nombre|Nombre de pila|Nome|Primeiro nome|Nome próprio|Voornaam|Förnamn|Fornavn|Imię',
	familyName:
		'Last Name|Family Name|Surname|Nachname|Familienname|Nom|Nom de famille|Apellidos|Apellido|Sobrenome|Apelido|Último nome|Cognome|Achternaam|Efternamn|Efternavn|Etternavn|Nazwisko',
	name: 'Name|Full Name|Vollständiger Name|Nom complet|Nombre completo|Nome completo|Naam|Volledige naam|Namn|Fullständigt namn|Navn|Fulde navn|Fullt navn|Imię i nazwisko',
	profile:
		'URL|Profile URL|LinkedIn URL|LinkedIn|Profile|LinkedIn Profile|Public Profile URL|Profil-URL|Profil|LinkedIn-Profil|URL du profil|URL del perfil|Perfil|URL do perfil|URL del profilo|Profilo|Profiel-URL|Profiel|Profiladress|Profiladresse|Adres URL|Adres profilu|URL profilu',
	email:
		'Email Address|Email|E-mail|E-mail Address|E-Mail-Adresse|Adresse e-mail|Adresse électronique|Courriel|Dirección de correo electrónico|Dirección de email|Correo electrónico|Correo|Endereço de e-mail|Endereço de correio eletrónico|Indirizzo e-mail|Indirizzo di posta elettronica|E-mailadres|E-postadress|E-post|E-mailadresse|E-postadresse|Adres e-mail|Adres poczty e-mail',
	company:
		'Company|Organization|Organisation|Employer|Unternehmen|Firma|Arbeitgeber|Entreprise|Société|Empresa|Compañía|Companhia|Azienda|Società|Impresa|Bedrijf|Företag|Virksomhed|Firmanavn|Bedrift|Selskap|Przedsiębiorstwo|Pracodawca',
	position:
		'Position|Job Title|Stelle|Jobtitel|Stellenbezeichnung|Berufsbezeichnung|Poste|Fonction|Intitulé du poste|Cargo|Puesto|Posição|Função|Posizione|Qualifica|Ruolo|Functie|Functietitel|Positie|Befattning|Titel|Stilling|Stillingsbetegnelse|Stillingstittel|Stanowisko',
	connectedOn:
		'Connected On|Connected|Date Connected|Verbunden am|Verbunden seit|Vernetzt am|Date de connexion|Connexion le|Connecté le|En relation depuis|Relation depuis le|Conectado el|Fecha de conexión|Contacto desde|Conectado em|Ligado em|Data da conexão|Data de conexão|Data da ligação|Collegato il|Collegato dal|Data di collegamento|Data collegamento|Verbonden op|Gekoppeld op|Ansluten den|Anslöt|Kontakt sedan|Datum för kontakt|Forbundet den|Forbundet|Kontakt siden|Tilknyttet|Tilknyttet den|Koblet til|Forbindelse opprettet|Połączono|Data nawiązania kontaktu|Data połączenia|W kontakcie od'
};

const columnOfKey = new Map<string, Column>();
for (const column of Object.keys(written) as Column[]) {
	for (const name of written[column].split('|')) columnOfKey.set(fold(name), column);
}

/** @returns what a column with this header holds, whatever its case, accents and hyphens */
export function columnOf(header: string): Column | undefined {
	return columnOfKey.get(fold(header));
}
