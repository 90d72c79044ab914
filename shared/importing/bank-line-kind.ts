import type { BankStatementLine } from './bank-reading.ts';
import { foldText } from './fold-text.ts';

/** What a movement of an account is, by the bank's codes and its label. */
export type BankLineKind =
  | 'receipt'
  | 'card-settlement'
  | 'cheque-deposit'
  | 'own-transfer'
  | 'refund'
  | 'returned-debit'
  | 'rejected-transfer'
  | 'fees'
  | 'other-debit';

/** Words that may stand between the two that count: « REJET *DE* PRLV *SEPA* », « VIR *SEPA RECU* ANNULE ». */
const between =
  '(?:(?:sepa|sct|sdd|inst|instantane|europeen|emis|recu|core|b2b|de|d|du|des|sur|votre|client|clients|\\d+) )*';
const takenBack =
  '(?:rejets?|rejetee?s?|rej|impayee?s?|imp|retours?|retournee?s?|annul|annulations?|annulee?s?|extournes?|contre ?passations?|unpaid|returned)';
const transferWord = '(?:vir|virt|virements?|sct|transfer)';
const collectionWord =
  '(?:prlvt?|prel|prelevements?|sdd|tip|lcr|bor|effets?|traites?|cheques?|chqs?|chq|cb|cartes?|direct debit)';

const twoWords = (one: string, other: string): RegExp =>
  new RegExp(`^${between}(?:${one} ${between}${other}|${other} ${between}${one})(?: |$)`);

const startsWithTransfer = new RegExp(`^${between}${transferWord}(?: |$)`);
const returnedTransfer = twoWords(takenBack, transferWord);
const returnedCollection = twoWords(takenBack, collectionWord);
const cardRemittance = twoWords(
  '(?:remises?|rem|encaissements?|enc|telecollectes?|ventes?|credit)',
  '(?:cb|cartes?|tpe|facturettes?|amex)',
);
const chequeRemittance = twoWords(
  '(?:remises?|rem|encaissements?|enc|depots?|versements?)',
  '(?:cheques?|chqs?|chq)',
);
const ownTransfer =
  /\b(?:(?:vir|virt|virements?|transferts?)(?: sepa)? internes?|(?:de )?(?:compte|cpte) a (?:compte|cpte)|entre (?:vos |mes |nos )?comptes|(?:vers|depuis|de) (?:mon |votre )?(?:livret|compte (?:epargne|sur livret|a terme))|nivellement|cash ?pooling)\b/;
const bankFees =
  /^(?:f )?(?:frais|commissions?|comm?|cotis|cotisations?|agios|interets? debiteurs?|arrete de compte|(?:frais de )?tenue de compte|abonnement (?:services?|internet|banque|e ?banking)|tarification|facturation services?)(?: |$)/;
const moneyBack =
  /^(?:(?:vir|virt|virement|sepa|recu|credit) )*(?:remboursements?|rembts?|remb|avoir|extournes?|annulations?|ristournes?|geste commercial)(?: |$)/;
/** Those who pay out the takings of many customers at once; only names that no client bears. */
const paymentProvider =
  /\b(?:stripe|sumup|sum up|zettle|izettle|paypal|gocardless|adyen|payplug|stancer|worldline|mollie payments|stichting mollie|squareup|shopify payments|amazon payments|mangopay|lemonway|telecollecte)\b/;

/** ISO 20022 sub-families (external code set BankTransactionSubFamily) and what they say of the movement. */
const isoFees = new Set(['CHRG', 'FEES', 'COMM', 'COME', 'COMI', 'COMT', 'OVCH', 'NSFD']);
const isoUnpaid = new Set(['UPDD', 'UPCQ', 'UPCC', 'UPDR', 'PRDD', 'RPCR', 'URCQ']);
const isoReturnedTransfer = new Set(['RRTN', 'RPCT']);

const isoSubFamily = (bankCode: string): string =>
  /^[A-Z]{4}-[A-Z0-9]{4}-([A-Z0-9]{4})$/.exec(bankCode)?.[1] ?? '';

const isTransferCode = (bankCode: string): boolean =>
  /^PMNT-[RI](?:CDT|RCT)-/.test(bankCode) || /^[NSF]TRF$/.test(bankCode);

/** Long enough for any operation's name; what follows is the payer's own text. */
const headLength = 120;

type ClassifiedLine = Pick<
  BankStatementLine,
  'amountCents' | 'label' | 'counterparty' | 'bankCode' | 'returnReason'
>;

const kindOfDebit = (line: ClassifiedLine, head: string): BankLineKind => {
  const bankCode = line.bankCode ?? '';
  const subFamily = isoSubFamily(bankCode);
  // « FRAIS PRLV IMPAYE » is the fee for a returned debit, not the debit.
  if (bankFees.test(head) || isoFees.has(subFamily) || bankCode === 'FEE' || bankCode === 'SRVCHG')
    return 'fees';
  if (returnedTransfer.test(head) || isoReturnedTransfer.has(subFamily)) return 'rejected-transfer';
  if (returnedCollection.test(head) || isoUnpaid.has(subFamily) || /^[NSF]RTI$/.test(bankCode))
    return 'returned-debit';
  if (line.returnReason !== undefined) {
    return isTransferCode(bankCode) || startsWithTransfer.test(head) ? 'rejected-transfer' : 'returned-debit';
  }
  return ownTransfer.test(head) ? 'own-transfer' : 'other-debit';
};

/** CFONB: the interbank code of a cheque remittance. */
const cfonbChequeRemittance = '02';

const kindOfCredit = (line: ClassifiedLine, head: string): BankLineKind => {
  const bankCode = line.bankCode ?? '';
  if (line.returnReason !== undefined || returnedTransfer.test(head) || returnedCollection.test(head))
    return 'refund';
  if (
    cardRemittance.test(head) ||
    bankCode.startsWith('PMNT-MCRD-') ||
    paymentProvider.test(head) ||
    paymentProvider.test(foldText(line.counterparty ?? ''))
  ) {
    return 'card-settlement';
  }
  if (
    chequeRemittance.test(head) ||
    bankCode === cfonbChequeRemittance ||
    bankCode.startsWith('PMNT-RCHQ-')
  ) {
    return 'cheque-deposit';
  }
  if (ownTransfer.test(head)) return 'own-transfer';
  return moneyBack.test(head) || bankFees.test(head) ? 'refund' : 'receipt';
};

/**
 * What a movement is, so that only customers' money is proposed for invoices (law-and-formats 6.4) and money
 * taken back reopens them. Told by the bank's codes (CFONB reject and interbank codes, ISO 20022 return and
 * sub-family, SWIFT reversal, OFX type) and by the first words of French labels.
 *
 * Credits: `receipt` unless it is a card or payment provider's takings, a batch of cheques, a transfer between own
 * accounts, or own money that comes back (`refund`). Debits: `returned-debit` (a collected debit, cheque or bill
 * came back unpaid), `rejected-transfer` (a received transfer was taken back), `fees`, `own-transfer`, else
 * `other-debit`. Zero is `other-debit`: it can settle nothing.
 */
export const bankLineKind = (line: ClassifiedLine): BankLineKind => {
  const head = foldText((line.label.split('\n', 1)[0] ?? '').slice(0, headLength));
  return line.amountCents > 0 ? kindOfCredit(line, head) : kindOfDebit(line, head);
};
