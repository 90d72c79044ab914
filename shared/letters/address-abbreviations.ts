/** Abbreviations La Poste admits for a street line beyond 32 characters (NF Z10-011, annexe). */
const streetAbbreviations: readonly (readonly [long: string, short: string])[] = [
  ['ALLEE', 'ALL'],
  ['ALLEES', 'ALL'],
  ['AVENUE', 'AV'],
  ['BATIMENT', 'BAT'],
  ['BOULEVARD', 'BD'],
  ['CENTRE COMMERCIAL', 'CCAL'],
  ['CHEMIN', 'CHE'],
  ['COMMANDANT', 'CDT'],
  ['COURS', 'CRS'],
  ['DOCTEUR', 'DR'],
  ['ESPLANADE', 'ESP'],
  ['FAUBOURG', 'FG'],
  ['GENERAL', 'GAL'],
  ['HAMEAU', 'HAM'],
  ['IMPASSE', 'IMP'],
  ['LIEU DIT', 'LD'],
  ['LOTISSEMENT', 'LOT'],
  ['MARECHAL', 'MAL'],
  ['MONSEIGNEUR', 'MGR'],
  ['PASSAGE', 'PAS'],
  ['PLACE', 'PL'],
  ['PRESIDENT', 'PDT'],
  ['PROFESSEUR', 'PR'],
  ['PROMENADE', 'PROM'],
  ['QUARTIER', 'QUA'],
  ['RESIDENCE', 'RES'],
  ['ROND POINT', 'RPT'],
  ['ROUTE', 'RTE'],
  ['SAINT', 'ST'],
  ['SAINTE', 'STE'],
  ['SQUARE', 'SQ'],
  ['ZONE ARTISANALE', 'ZA'],
  ['ZONE INDUSTRIELLE', 'ZI'],
  ['ZONE ACTIVITE', 'ZA'],
  ['ZONE D ACTIVITES', 'ZA'],
];

const longestFirst = [...streetAbbreviations].sort(([a], [b]) => b.length - a.length);

/**
 * Shortens an upper-case street line word by word, the generic words first, until it has at most
 * `limit` characters or nothing is left to shorten.
 */
export const abbreviateStreet = (line: string, limit: number): string => {
  let shortened = line;
  for (const [long, short] of longestFirst) {
    if (shortened.length <= limit) return shortened;
    shortened = shortened.replace(new RegExp(`(?<![A-Z0-9])${long}(?![A-Z0-9])`, 'gu'), short);
  }
  return shortened;
};
