import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import { frenchPdfError, type PdfError } from './pdf-attachments.ts';
import { frenchXmlError, type XmlError } from './xml-document.ts';

/** How the invoice is written: CII D16B/D22B, its forerunner of ZUGFeRD 1, or UBL 2. */
export type EInvoiceSyntax = 'cii' | 'zugferd-1' | 'ubl-invoice' | 'ubl-credit-note';

/** Seller, buyer or payee. Identifiers are as the file writes them but for SIREN and SIRET, which are digits. */
export interface EInvoiceParty {
  readonly name: string;
  readonly tradingName?: string;
  /** Nine digits; taken out of a SIRET or a French VAT number where only these are given. Not checked (Luhn). */
  readonly siren?: string;
  /** Fourteen digits, also where a file puts them under scheme 0002. */
  readonly siret?: string;
  /** BT-31 / BT-48. */
  readonly vat?: string;
  /** Legal registration identifier (BT-30 / BT-47), of whatever scheme. */
  readonly legalId?: string;
  readonly addressLines?: readonly string[];
  readonly postcode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly contactName?: string;
}

/** BT-22 with its code BT-21: PMD penalties, PMT the 40 €, AAB escompte. */
export interface EInvoiceNote {
  readonly code?: string;
  readonly text: string;
}

/**
 * What a structured invoice says (EN 16931; numbers BT-… are those of the standard). Amounts are in cents of
 * `currency` and signed as in the file: a credit note of type 381 is positive there, one of type 380 negative.
 */
export interface EInvoice {
  readonly syntax: EInvoiceSyntax;
  /** BT-24. */
  readonly profile?: string;
  /** BT-23, « S1 », « B2 »… */
  readonly businessProcess?: string;
  /** BT-1. */
  readonly number: string;
  /** BT-3 (UNTDID 1001); 381 for a UBL credit note that names none. */
  readonly typeCode: string;
  /** By its type, or by a negative total. */
  readonly isCreditNote: boolean;
  readonly issuedOn: Day;
  /** BT-9. */
  readonly dueOn?: Day;
  /** BT-5, ISO 4217. */
  readonly currency: string;
  readonly seller: EInvoiceParty;
  readonly buyer: EInvoiceParty;
  /** BT-59: who is to be paid where it is not the seller (a factor, for instance). */
  readonly payee?: EInvoiceParty;
  /** BT-13. */
  readonly orderReference?: string;
  /** BT-10. */
  readonly buyerReference?: string;
  /** BT-20, several joined by line breaks. */
  readonly paymentTerms?: string;
  readonly notes: readonly EInvoiceNote[];
  /** BT-83. */
  readonly paymentReference?: string;
  /** BT-84 of the first means of payment, as written. */
  readonly iban?: string;
  /** All of them, as written. */
  readonly ibans: readonly string[];
  readonly bic?: string;
  /** BT-25 of the first one. */
  readonly precedingInvoice?: string;
  readonly precedingInvoices: readonly string[];
  /** BT-109. */
  readonly taxExclusiveCents?: Cents;
  /** BT-110. */
  readonly vatCents?: Cents;
  /** BT-112. */
  readonly totalCents: Cents;
  /** BT-113. */
  readonly prepaidCents?: Cents;
  /** BT-114. */
  readonly roundingCents?: Cents;
  /** BT-115. */
  readonly dueCents: Cents;
  /** The billing mode says that it was paid before it was issued (B2, S2, M2). */
  readonly isAlreadyPaid: boolean;
  /** Name of the attachment it was read from, for a PDF. */
  readonly attachmentName?: string;
}

/** A field without which an invoice cannot be imported. */
export type EInvoiceField =
  | 'number'
  | 'issuedOn'
  | 'currency'
  | 'seller'
  | 'buyer'
  | 'totalCents'
  | 'dueCents'
  | 'dueOn'
  | 'prepaidCents';

export type EInvoiceError =
  | XmlError
  | PdfError
  | { readonly kind: 'empty-file' }
  /** An archive: its entries have to be read one by one (zip-entries.ts). */
  | { readonly kind: 'zip-archive' }
  /** A PDF without a structured invoice in it. */
  | { readonly kind: 'no-invoice-in-pdf'; readonly attachments: readonly string[] }
  /** Another document: an order, a status message, a statement… */
  | { readonly kind: 'not-an-invoice'; readonly root: string }
  | { readonly kind: 'missing-field'; readonly field: EInvoiceField }
  | { readonly kind: 'unreadable-field'; readonly field: EInvoiceField; readonly value: string }
  /** More decimals than cents: never rounded silently. */
  | { readonly kind: 'too-precise'; readonly field: EInvoiceField; readonly value: string };

const fieldNames: Readonly<Record<EInvoiceField, string>> = {
  number: 'le numéro de facture',
  issuedOn: 'la date de facture',
  currency: 'la devise',
  seller: 'le nom du vendeur',
  buyer: 'le nom de l’acheteur',
  totalCents: 'le total TTC',
  dueCents: 'le montant à payer',
  dueOn: 'la date d’échéance',
  prepaidCents: 'le montant déjà payé',
};

const otherDocuments: Readonly<Record<string, string>> = {
  SCRDMCCBDACIOMessageStructure: 'une commande Order-X',
  Order: 'une commande',
  OrderResponse: 'une réponse à une commande',
  DespatchAdvice: 'un avis d’expédition',
  CrossDomainAcknowledgementAndResponse: 'un statut de facture (cycle de vie)',
  ApplicationResponse: 'un accusé de réception',
  Document: 'un relevé ou un message bancaire',
};

const quoted = (text: string): string => `«\u00a0${text.length > 60 ? `${text.slice(0, 59)}…` : text}\u00a0»`;

/** What the user reads when a file is refused: what it is, and what to do. */
export const frenchEInvoiceError = (error: EInvoiceError): string => {
  switch (error.kind) {
    case 'empty-file':
      return 'Ce fichier est vide.';
    case 'zip-archive':
      return 'Ce fichier est une archive ZIP\u00a0: ce sont les factures qu’elle contient qui s’importent.';
    case 'no-invoice-in-pdf':
      return error.attachments.length === 0
        ? 'Ce PDF ne contient pas de facture électronique (Factur-X)\u00a0: importez la liste des factures en CSV ou en Excel, ou saisissez la facture à la main.'
        : `Ce PDF contient ${error.attachments.map(quoted).join(', ')}, mais pas de facture électronique.`;
    case 'not-an-invoice': {
      const known = otherDocuments[error.root];
      return known === undefined
        ? `Ce fichier XML (${quoted(error.root)}) n’est pas une facture électronique.`
        : `Ce fichier est ${known}, pas une facture.`;
    }
    case 'missing-field':
      return `La facture électronique est incomplète\u00a0: ${fieldNames[error.field]} manque.`;
    case 'unreadable-field':
      return `La facture électronique est illisible\u00a0: ${quoted(error.value)} n’est pas acceptable pour ${fieldNames[error.field]}.`;
    case 'too-precise':
      return `La facture électronique donne ${quoted(error.value)} pour ${fieldNames[error.field]}\u00a0: plus de deux décimales.`;
    case 'not-pdf':
    case 'pdf-too-big':
    case 'pdf-encrypted':
    case 'pdf-damaged':
    case 'pdf-bomb':
    case 'pdf-filter':
      return frenchPdfError(error);
    default:
      return frenchXmlError(error);
  }
};
