import {
  accountMissingProblem,
  type BankPlace,
  balanceAmountProblem,
  balanceProblems,
  bankError,
  hopelessAfter,
  hopelessProblem,
  noStatement,
  otherDayProblem,
  pendingProblem,
} from './bank-problem.ts';
import type { BankProblem, BankReading, BankStatement, BankStatementLine } from './bank-reading.ts';
import { type CamtAmount, camtAmount, camtDateText, camtDay } from './camt053-amount.ts';
import { camtEntry } from './camt053-entry.ts';
import {
  frenchXmlError,
  readXml,
  type XmlDocument,
  type XmlElement,
  xmlAt,
  xmlChild,
  xmlChildren,
  xmlText,
} from './xml-document.ts';

const nbsp = '\u00a0';

/** Messages of ISO 20022 that people take for a statement, by the element below Document. */
const neighbours: Readonly<Record<string, string>> = {
  BkToCstmrDbtCdtNtfctn: 'un avis de débit ou de crédit (camt.054)',
  BkToCstmrAcctRpt: 'un relevé intrajournalier (camt.052)',
  CstmrCdtTrfInitn: 'un ordre de virement (pain.001)',
  CstmrPmtStsRpt: 'un compte rendu d’ordre (pain.002)',
  CstmrPmtRvsl: 'une annulation de prélèvements (pain.007)',
  CstmrDrctDbtInitn: 'un ordre de prélèvement (pain.008)',
  FIToFICstmrCdtTrf: 'un virement entre banques (pacs.008)',
};

const isInvoice = ({ root }: XmlDocument): boolean =>
  root.name === 'CrossIndustryInvoice' || root.name === 'Invoice' || root.name === 'CreditNote';

const otherMessage = (document: XmlDocument): BankReading => {
  if (isInvoice(document)) {
    return noStatement(
      'other-message',
      'Ce fichier est une facture électronique, pas un relevé bancaire. Importez-la avec les factures.',
    );
  }
  const message = document.root.children[0]?.name ?? '';
  const known = neighbours[document.root.name] ?? neighbours[message];
  if (known !== undefined) {
    return noStatement(
      'other-message',
      `Ce fichier est ${known}, pas un relevé de compte. Demandez à votre banque le relevé de fin de journée (camt.053).`,
    );
  }
  return noStatement(
    'not-a-statement',
    'Ce fichier XML ne contient aucun relevé de compte. Demandez à votre banque un relevé camt.053, OFX ou CFONB 120.',
  );
};

const balanceOf = (balances: readonly XmlElement[], codes: readonly string[]): XmlElement | undefined => {
  for (const code of codes) {
    const found = balances.find(
      (balance) => xmlText(balance, 'Tp', 'CdOrPrtry', 'Cd')?.toUpperCase() === code,
    );
    if (found) return found;
  }
  return undefined;
};

/** IBAN, else the bank's own number; no spaces. */
const accountOf = (statement: XmlElement): string => {
  const id = xmlAt(statement, 'Acct', 'Id');
  return (xmlText(id, 'IBAN') ?? xmlText(id, 'Othr', 'Id') ?? '').replace(/\s+/gu, '');
};

/** Of the account, else of its opening or closing balance, else of the first entry. */
const currencyOf = (statement: XmlElement, balances: readonly (XmlElement | undefined)[]): string => {
  const told = xmlText(statement, 'Acct', 'Ccy');
  const amounts = [...balances, ...xmlChildren(statement, 'Bal'), xmlChild(statement, 'Ntry')].map((holder) =>
    xmlChild(holder, 'Amt')?.attributes.get('Ccy'),
  );
  return (
    told ??
    amounts.find((currency) => currency !== undefined && currency !== '') ??
    'EUR'
  ).toUpperCase();
};

/** Room for a year of 30,000 movements with all their details. */
const limits = { maxSize: 50_000_000, maxNodes: 4_000_000 };

interface EntryCount {
  value: number;
}

const readStatement = (
  statement: XmlElement,
  index: number,
  entryCount: EntryCount,
): { readonly statement: BankStatement; readonly problems: readonly BankProblem[] } => {
  const problems: BankProblem[] = [];
  const here: BankPlace = { statement: index };
  const balances = xmlChildren(statement, 'Bal');
  const opening = balanceOf(balances, ['OPBD', 'PRCD']);
  const closing = balanceOf(balances, ['CLBD']);
  const currency = currencyOf(statement, [opening, closing]);

  const amountOf = (balance: XmlElement | undefined, what: string): CamtAmount | undefined => {
    if (!balance) return undefined;
    const amount = camtAmount(balance);
    if (amount.ok) return amount.value;
    problems.push(balanceAmountProblem(what, amount.error.text, here));
    return undefined;
  };
  const dayOf = (balance: XmlElement | undefined) => {
    const text = camtDateText(balance, 'Dt');
    const on = camtDay(balance, 'Dt');
    if (text !== undefined && on === undefined)
      problems.push(otherDayProblem('La date du solde', text, here));
    return on;
  };
  const openingAmount = amountOf(opening, 'Le solde initial');
  const closingAmount = amountOf(closing, 'Le solde final');
  const openingIsOwn = openingAmount !== undefined && (openingAmount.currency || currency) === currency;
  if (openingAmount && !openingIsOwn) {
    problems.push(
      bankError(
        'does-not-add-up',
        `Le solde initial est donné en ${openingAmount.currency} sur un compte en ${currency}${nbsp}: le relevé ne peut pas être contrôlé.`,
        here,
      ),
    );
  }
  const closingCurrency = closingAmount?.currency || currency;
  const openingOn = dayOf(opening);
  const closingOn = dayOf(closing);
  const lines: BankStatementLine[] = [];
  let pending = 0;
  for (const entry of xmlChildren(statement, 'Ntry')) {
    if (problems.length > hopelessAfter) {
      problems.push(hopelessProblem(entryCount.value));
      break;
    }
    entryCount.value += 1;
    const read = camtEntry(entry, { number: entryCount.value, statement: index, currency });
    for (const line of read.lines) lines.push(line);
    for (const problem of read.problems) problems.push(problem);
    if (read.isPending) pending += 1;
  }
  if (pending > 0) problems.push(pendingProblem(pending, index));
  const result: BankStatement = {
    format: 'camt053',
    account: accountOf(statement),
    currency,
    ...(openingIsOwn && { openingCents: openingAmount.cents }),
    ...(closingAmount && { closingCents: closingAmount.cents }),
    ...(closingAmount && closingCurrency !== currency && { closingCurrency }),
    ...(openingOn !== undefined && { openingOn }),
    ...(closingOn !== undefined && { closingOn }),
    lines,
  };
  problems.push(...balanceProblems(result, index));
  return { statement: result, problems };
};

/**
 * Reads a CAMT.053 message, any version, with or without namespace (law-and-formats 6.4). Only booked entries
 * count; balances OPBD (else PRCD) and CLBD are checked against them. Lines of problems count the entries of the file.
 * @param bytes the file; its XML declaration tells the encoding.
 */
export const readCamt053 = (bytes: Uint8Array): BankReading => {
  const document = readXml(bytes, limits);
  if (!document.ok) {
    const { error } = document;
    if (error.kind === 'xml-too-big' || error.kind === 'xml-too-deep' || error.kind === 'xml-too-many-nodes')
      return noStatement('too-big', frenchXmlError(error));
    const line = error.kind === 'malformed-xml' ? { line: error.line } : {};
    return noStatement('damaged', frenchXmlError(error), line);
  }
  const { root } = document.value;
  const message = root.name === 'BkToCstmrStmt' ? root : xmlChild(root, 'BkToCstmrStmt');
  if (!message) return otherMessage(document.value);
  const statements: BankStatement[] = [];
  const problems: BankProblem[] = [];
  const entryCount: EntryCount = { value: 0 };
  for (const element of xmlChildren(message, 'Stmt')) {
    if (problems.length > hopelessAfter) {
      problems.push(hopelessProblem(entryCount.value));
      break;
    }
    if (accountOf(element) === '') {
      problems.push(accountMissingProblem({}));
      continue;
    }
    const read = readStatement(element, statements.length, entryCount);
    statements.push(read.statement);
    for (const problem of read.problems) problems.push(problem);
  }
  if (statements.length === 0 && problems.length === 0) {
    return noStatement(
      'not-a-statement',
      'Ce message camt.053 ne contient aucun relevé. Téléchargez-le une nouvelle fois auprès de votre banque.',
    );
  }
  return { statements, problems };
};
