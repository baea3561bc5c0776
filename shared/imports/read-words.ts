import { countryCodes } from '../qr-bill/countries.ts';

/** Words of a file for things that have a code here, in four languages; without accents. */
type Words<Code extends string> = Readonly<Record<Code, string>>;

const languages: Words<'de' | 'fr' | 'it' | 'en'> = {
  de: 'de d deutsch allemand tedesco german',
  fr: 'fr f franzosisch francais francese french',
  it: 'it i italienisch italien italiano italian',
  en: 'en e englisch anglais inglese english',
};

const kinds: Words<'person' | 'company'> = {
  person: 'person privat privatperson p personne particulier prive persona privato private individual',
  company: 'company firma f geschaft unternehmen entreprise societe ditta azienda societa business',
};

const fuels: Words<'petrol' | 'diesel' | 'hybrid' | 'electric'> = {
  petrol: 'petrol benzin essence benzina gasoline bleifrei',
  diesel: 'diesel gazole gasolio',
  hybrid: 'hybrid hybride ibrido ibrida pluginhybrid phev',
  electric: 'electric elektro elektrisch electrique elettrico elettrica strom ev bev',
};

const countries: Readonly<Record<string, string>> = {
  CH: 'schweiz suisse svizzera switzerland',
  LI: 'liechtenstein fl',
  DE: 'deutschland allemagne germania germany d',
  FR: 'frankreich france francia f',
  IT: 'italien italie italia italy i',
  AT: 'osterreich autriche austria a',
};

export const languageOf = (text: string) => codeOf(languages, text);
export const kindOf = (text: string) => codeOf(kinds, text);
export const energyOf = (text: string) => codeOf(fuels, text);

/** The two letters of a country, which may be given as such or by its name; the text as it is where neither is known. */
export function countryOf(text: string): string {
  const code = text.trim().toUpperCase();
  return countryCodes.has(code) ? code : (codeOf(countries, text) ?? text.trim());
}

export const languageWords = Object.keys(languages);
export const kindWords = Object.keys(kinds);
export const energyWords = Object.keys(fuels);

function codeOf<Code extends string>(words: Readonly<Record<Code, string>>, text: string): Code | null {
  const word = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  const codes = Object.keys(words) as Code[];
  return codes.find((code) => words[code].split(' ').includes(word)) ?? null;
}
