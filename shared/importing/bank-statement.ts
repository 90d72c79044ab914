import { counted } from '../money/format-count.ts';
import { readBankCsv } from './bank-csv.ts';
import { bankFileKind, notAStatementText } from './bank-file-kind.ts';
import { bankError, noStatement } from './bank-problem.ts';
import type { BankReading } from './bank-reading.ts';
import { readCamt053 } from './camt053.ts';
import { readCfonb120 } from './cfonb120.ts';
import { decodeText } from './encoding.ts';
import {
  type ForeignFileType,
  foreignBinaryType,
  foreignTextType,
  hasBinaryCharacters,
} from './file-signature.ts';
import { readMt940 } from './mt940.ts';
import { readOfx } from './ofx.ts';

export type {
  BankFormat,
  BankProblem,
  BankReading,
  BankStatement,
  BankStatementLine,
} from './bank-reading.ts';

const nbsp = '\u00a0';

/** Largest bank file in bytes; a year of 100,000 movements in CFONB 120 takes a third of it. */
export const largestBankFile = 50_000_000;
/** More problems than anyone reads; the last one says how many there were. */
const mostProblems = 500;

const otherFormats = 'CFONB 120, camt.053, OFX, MT940 ou CSV';

const foreignFile = (type: ForeignFileType): BankReading => {
  switch (type) {
    case 'pdf':
    case 'image':
      return noStatement(
        'not-a-statement',
        `Ce fichier est ${type === 'pdf' ? 'un document PDF' : 'une image'}, dont les montants ne peuvent pas être lus avec certitude. Sur le site de votre banque, téléchargez le relevé au format ${otherFormats}.`,
      );
    case 'zip':
    case 'archive':
      return noStatement(
        'not-a-statement',
        'Ce fichier est une archive compressée. Décompressez-la, puis importez les relevés qu’elle contient.',
      );
    case 'html':
      return noStatement(
        'not-a-statement',
        `Ce fichier est une page web, même s’il s’appelle «${nbsp}.xls${nbsp}». Ouvrez-le dans votre tableur, choisissez «${nbsp}Enregistrer sous${nbsp}», puis le format XLSX ou CSV, et importez le fichier obtenu.`,
      );
    case 'xls':
      return noStatement(
        'not-a-statement',
        `Ce fichier est un classeur Excel ancien (.xls). Ouvrez-le dans votre tableur, choisissez «${nbsp}Enregistrer sous${nbsp}», puis le format XLSX ou CSV.`,
      );
    default:
      return noStatement(
        'not-a-statement',
        `Ce fichier n’est pas un relevé bancaire. Sur le site de votre banque, téléchargez le relevé au format ${otherFormats}.`,
      );
  }
};

const readText = (bytes: Uint8Array, fileName: string | undefined): BankReading => {
  const { text } = decodeText(bytes);
  if (text.trim() === '') {
    return noStatement('empty-file', 'Ce fichier est vide. Téléchargez le relevé une nouvelle fois.');
  }
  if (foreignTextType(text) === 'html') return foreignFile('html');
  const kind = bankFileKind(text);
  switch (kind) {
    case 'cfonb120':
      return readCfonb120(text);
    case 'camt053':
      return readCamt053(bytes);
    case 'ofx':
      return readOfx(text);
    case 'mt940':
      return readMt940(text);
    case 'mt942':
    case 'qif':
    case 'cfonb-order':
      return noStatement('other-message', notAStatementText[kind]);
    case 'other':
      return hasBinaryCharacters(text) ? foreignFile('unknown-binary') : readTableFile(bytes, fileName);
  }
};

const readTableFile = (bytes: Uint8Array, fileName: string | undefined): BankReading =>
  readBankCsv(bytes, { ...(fileName !== undefined && { fileName }) });

/** Keeps a reading of a hopeless file small enough to be shown. */
const shortened = (reading: BankReading): BankReading => {
  const { statements, problems } = reading;
  if (problems.length <= mostProblems) return reading;
  const more = problems.length - mostProblems;
  return {
    statements,
    problems: [
      ...problems.slice(0, mostProblems),
      bankError('damaged', `${counted(more, 'autre problème', 'autres problèmes')} dans ce fichier.`),
    ],
  };
};

/**
 * Reads a bank file of any kind: CFONB 120, CAMT.053, OFX 1 and 2, MT940, else CSV or XLSX. The kind is told by the
 * content. A file may hold several accounts and periods; each is a statement.
 * @param bytes the file; at most {@link largestBankFile}.
 * @param options.fileName shown nowhere and trusted for nothing; some CSV exports have the account in their name.
 * @returns the statements, and the problems by line or record. A problem of severity `error` says what was left
 * out: without one the reading is whole. Never throws.
 */
export const readBankStatement = (
  bytes: Uint8Array,
  options: { readonly fileName?: string } = {},
): BankReading => {
  if (bytes.length === 0) {
    return noStatement('empty-file', 'Ce fichier est vide. Téléchargez le relevé une nouvelle fois.');
  }
  if (bytes.length > largestBankFile) {
    return noStatement(
      'too-big',
      `Ce fichier dépasse ${Math.floor(largestBankFile / 1_000_000)}${nbsp}Mo. Téléchargez le relevé d’une période plus courte.`,
    );
  }
  const binary = foreignBinaryType(bytes);
  if (binary === 'xlsx') return shortened(readTableFile(bytes, options.fileName));
  if (binary !== undefined) return foreignFile(binary);
  return shortened(readText(bytes, options.fileName));
};
