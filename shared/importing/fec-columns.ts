/** The fields of a FEC that matter here, folded (LPF art. A47 A-1). */
export const fecFields = [
  'journalcode',
  'journallib',
  'ecriturenum',
  'ecrituredate',
  'comptenum',
  'comptelib',
  'compauxnum',
  'compauxlib',
  'pieceref',
  'piecedate',
  'ecriturelib',
  'debit',
  'credit',
  'ecriturelet',
  'datelet',
  'validdate',
  'montantdevise',
  'idevise',
] as const;

/** A field of the law, or one of the two of the variant with amount and side. */
export type FecField = (typeof fecFields)[number] | 'montant' | 'sens';

/** The names as the law spells them. */
export const fecFieldNames: Readonly<Record<FecField, string>> = {
  journalcode: 'JournalCode',
  journallib: 'JournalLib',
  ecriturenum: 'EcritureNum',
  ecrituredate: 'EcritureDate',
  comptenum: 'CompteNum',
  comptelib: 'CompteLib',
  compauxnum: 'CompAuxNum',
  compauxlib: 'CompAuxLib',
  pieceref: 'PieceRef',
  piecedate: 'PieceDate',
  ecriturelib: 'EcritureLib',
  debit: 'Debit',
  credit: 'Credit',
  ecriturelet: 'EcritureLet',
  datelet: 'DateLet',
  validdate: 'ValidDate',
  montantdevise: 'Montantdevise',
  idevise: 'Idevise',
  montant: 'Montant',
  sens: 'Sens',
};

/** Spellings of the XML variant and of programs. */
const otherNames: Readonly<Record<string, FecField>> = {
  compteauxnum: 'compauxnum',
  compteauxlib: 'compauxlib',
  lettrage: 'ecriturelet',
  ecriturelettrage: 'ecriturelet',
  datelettrage: 'datelet',
  journallibelle: 'journallib',
  comptelibelle: 'comptelib',
  compauxlibelle: 'compauxlib',
  ecriturelibelle: 'ecriturelib',
};

const isField = (name: string): name is FecField => Object.hasOwn(fecFieldNames, name);

/** The field that a header cell names: case, accents, spaces, quotes and a byte order mark do not count. */
export const fecFieldOf = (cell: string): FecField | undefined => {
  const folded = cell
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  const name = otherNames[folded] ?? folded;
  return isField(name) ? name : undefined;
};

/** Where each field stands in a line. */
export interface FecColumns {
  readonly index: Readonly<Partial<Record<FecField, number>>>;
  /** Fields of the header without an empty one that a trailing separator adds. */
  readonly count: number;
  readonly separator: string;
  /** False when the first line is data already, read in the order of the law. */
  readonly hasHeader: boolean;
}

const separators = ['\t', '|', ';', ','] as const;

/** Cells of one line; quotes round a cell (programs that passed the file through a spreadsheet) are taken off. */
export const unquoted = (cell: string): string => {
  const text = cell.trim();
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"').trim()
    : text;
};

const withoutTrailing = (cells: readonly string[]): readonly string[] =>
  cells.length > 1 && (cells.at(-1) ?? '').trim() === '' ? cells.slice(0, -1) : cells;

const columnsOfHeader = (cells: readonly string[], separator: string): FecColumns => {
  const index: Partial<Record<FecField, number>> = {};
  cells.forEach((cell, position) => {
    const field = fecFieldOf(cell);
    if (field && index[field] === undefined) index[field] = position;
  });
  return { index, count: withoutTrailing(cells).length, separator, hasHeader: true };
};

const hasAmounts = (index: FecColumns['index']): boolean =>
  (index.debit !== undefined && index.credit !== undefined) ||
  (index.montant !== undefined && index.sens !== undefined);

const isUsable = ({ index }: FecColumns): boolean =>
  index.comptenum !== undefined &&
  index.ecrituredate !== undefined &&
  hasAmounts(index) &&
  Object.keys(index).length >= 8;

const amountShape = /^[-+]?\d{1,12}(?:[.,]\d{1,5})?[-+]?$/;

/** A first line that is data in the order of the law: some programs leave the names out. */
const columnsByPosition = (cells: readonly string[], separator: string): FecColumns | undefined => {
  const count = withoutTrailing(cells).length;
  const plain = cells.map(unquoted);
  const looksLikeData =
    count >= 16 &&
    cells.length <= 22 &&
    /^\d{8}$/.test(plain[3] ?? '') &&
    /^\d{3}/.test(plain[4] ?? '') &&
    amountShape.test(plain[11] ?? '') &&
    amountShape.test(plain[12] ?? '');
  if (!looksLikeData) return undefined;
  const index = Object.fromEntries(fecFields.map((field, position) => [field, position]));
  return { index, count: Math.max(18, count), separator, hasHeader: false };
};

/** Finds separator and fields in the first line of a file; undefined when it is no line of a FEC. */
export const fecColumns = (firstLine: string): FecColumns | undefined => {
  let best: FecColumns | undefined;
  for (const separator of separators) {
    const columns = columnsOfHeader(firstLine.split(separator).map(unquoted), separator);
    if (isUsable(columns) && columns.count > (best?.count ?? 0)) best = columns;
  }
  if (best) return best;
  // A comma stands inside the amounts too, so only the other separators can be read without names.
  for (const separator of separators.slice(0, 3)) {
    const columns = columnsByPosition(firstLine.split(separator), separator);
    if (columns) return columns;
  }
  return undefined;
};
