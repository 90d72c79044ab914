import { compact } from '../identifiers/compact.ts';
import { type Cents, cents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import { readAmount, readDocumentDay } from './e-invoice-fields.ts';
import { isLifeCycleCode, type LifeCycleEvent } from './life-cycle.ts';
import {
  frenchXmlError,
  readXml,
  type XmlElement,
  type XmlError,
  xmlAt,
  xmlChild,
  xmlChildren,
  xmlText,
} from './xml-document.ts';

export type LifeCycleError = XmlError | { readonly kind: 'not-a-life-cycle-message'; readonly root: string };

/** A status that could not be read, with the reason. */
export interface LifeCycleProblem {
  /** Place in the message, from 1. */
  readonly record: number;
  readonly invoiceNumber: string;
  /** French. */
  readonly message: string;
}

/** The statuses of a message, in its order. */
export interface LifeCycleReading {
  readonly events: readonly LifeCycleEvent[];
  readonly problems: readonly LifeCycleProblem[];
}

const limits = { maxSize: 10_000_000, maxDepth: 40, maxNodes: 300_000 };
const eventLimit = 10_000;

const dayAt = (element: XmlElement | undefined) => {
  const text = xmlText(element, 'DateTimeString') ?? xmlText(element, 'DateTime');
  const read = text === undefined ? undefined : readDocumentDay(text, 'issuedOn');
  return read?.ok ? read.value : undefined;
};

/** Sum of the amounts of some types (one for each rate of VAT); undefined when there are none, fails on a bad one. */
const amountOf = (
  characteristics: readonly XmlElement[],
  ...types: readonly string[]
): Result<Cents | undefined, { readonly kind: 'bad-amount'; readonly text: string }> => {
  for (const type of types) {
    let sum: number | undefined;
    for (const characteristic of characteristics) {
      const text = xmlText(characteristic, 'ValueAmount');
      if (xmlText(characteristic, 'TypeCode') !== type || text === undefined) continue;
      const read = readAmount(text, 'dueCents');
      if (!read.ok) return fail({ kind: 'bad-amount', text });
      sum = (sum ?? 0) + read.value;
    }
    if (sum !== undefined)
      return Number.isSafeInteger(sum) ? ok(cents(sum)) : fail({ kind: 'bad-amount', text: type });
  }
  return ok(undefined);
};

const joined = (texts: readonly (string | undefined)[]): string | undefined =>
  [...new Set(texts.filter((text) => text !== undefined))].join('\u202f; ') || undefined;

/** One status of one invoice, or what is wrong with it. */
const readReference = (
  reference: XmlElement,
  statedOn: LifeCycleEvent['on'] | undefined,
): LifeCycleEvent | string => {
  const details = xmlChildren(reference, 'SpecifiedDocumentStatus');
  const number = xmlText(reference, 'IssuerAssignedID');
  if (number === undefined) return 'le numéro de la facture manque.';
  const code =
    xmlText(reference, 'ProcessConditionCode') ??
    details.map((detail) => xmlText(detail, 'ProcessConditionCode')).find((text) => text !== undefined);
  if (code === undefined) return 'le code du statut manque.';
  if (!isLifeCycleCode(code))
    return `le statut «\u00a0${code.slice(0, 20)}\u00a0» est inconnu, il est laissé de côté.`;
  const characteristics = details.flatMap((detail) => xmlChildren(detail, 'SpecifiedDocumentCharacteristic'));
  const detailedOn = details.map((detail) => dayAt(xmlChild(detail, 'ReferenceDateTime'))).find(Boolean);
  const on = statedOn ?? detailedOn;
  if (on === undefined) return 'la date du statut manque ou n’existe pas.';
  const receivedOn =
    characteristics.map((one) => dayAt(xmlChild(one, 'ValueDateTime'))).find(Boolean) ?? detailedOn;
  const received = amountOf(characteristics, 'MEN');
  const approved = amountOf(characteristics, 'MAPTTC', 'MAP');
  const contested = amountOf(characteristics, 'MNATTC', 'MNA');
  for (const amount of [received, approved, contested]) {
    if (!amount.ok)
      return `«\u00a0${amount.error.text.slice(0, 40)}\u00a0» n’est pas un montant en euros et centimes.`;
  }
  if (received.ok && received.value !== undefined && received.value <= 0)
    return 'un encaissement est repris (montant négatif)\u00a0: annulez le paiement à la main.';
  const reasonCode = details
    .map((detail) => xmlText(detail, 'ReasonCode'))
    .find((text) => text !== undefined);
  const reason = joined(
    details.flatMap((detail) => [xmlText(detail, 'Reason'), xmlText(detail, 'IncludedNote', 'Content')]),
  );
  const seller = xmlChildren(xmlChild(reference, 'IssuerTradeParty'), 'GlobalID').find(
    (id) => id.attributes.get('schemeID') === '0002',
  );
  const currency = characteristics
    .map((one) => xmlChild(one, 'ValueAmount')?.attributes.get('currencyID'))
    .find((text) => text !== undefined);
  const issuedOn = dayAt(xmlChild(reference, 'FormattedIssueDateTime'));
  const sellerSiren = seller ? compact(seller.text).slice(0, 9) : undefined;
  return {
    invoiceNumber: number.replace(/\s+/g, ' '),
    code,
    on,
    ...(reasonCode !== undefined && { reasonCode }),
    ...(reason !== undefined && { reason }),
    ...(received.ok && received.value !== undefined && { receivedCents: received.value }),
    ...(receivedOn !== undefined && { receivedOn }),
    ...(approved.ok && approved.value !== undefined && { approvedCents: approved.value }),
    ...(contested.ok && contested.value !== undefined && { contestedCents: contested.value }),
    ...(currency !== undefined && { currency }),
    ...(sellerSiren !== undefined && { sellerSiren }),
    ...(issuedOn !== undefined && { issuedOn }),
  };
};

/**
 * Reads a life-cycle message of the French reform (CDAR: UN/CEFACT Cross Domain Acknowledgement and Response,
 * D22B): for each invoice the status, its day, its reason and its amounts. Never throws. A status that cannot
 * be read is a problem with its place; the others stand.
 */
export const readLifeCycle = (bytes: Uint8Array): Result<LifeCycleReading, LifeCycleError> => {
  const document = readXml(bytes, limits);
  if (!document.ok) return document;
  const { root } = document.value;
  if (root.name !== 'CrossDomainAcknowledgementAndResponse') {
    return fail({ kind: 'not-a-life-cycle-message', root: root.name });
  }
  const messageOn = dayAt(xmlAt(root, 'ExchangedDocument', 'IssueDateTime'));
  const events: LifeCycleEvent[] = [];
  const problems: LifeCycleProblem[] = [];
  let record = 0;
  for (const acknowledgement of xmlChildren(root, 'AcknowledgementDocument')) {
    const statedOn = dayAt(xmlChild(acknowledgement, 'IssueDateTime')) ?? messageOn;
    for (const reference of xmlChildren(acknowledgement, 'ReferenceReferencedDocument')) {
      record += 1;
      const read =
        record > eventLimit
          ? 'ce message a trop de statuts, la suite est laissée de côté.'
          : readReference(reference, statedOn);
      if (typeof read !== 'string') events.push(read);
      else {
        const invoiceNumber = xmlText(reference, 'IssuerAssignedID') ?? '';
        const message = `${invoiceNumber === '' ? 'Un statut est illisible' : `Statut de la facture ${invoiceNumber.slice(0, 60)}`}\u00a0: ${read}`;
        problems.push({ record, invoiceNumber, message });
        if (record > eventLimit) return ok({ events, problems });
      }
    }
  }
  if (record === 0) {
    problems.push({
      record: 0,
      invoiceNumber: '',
      message: 'Ce message ne contient aucun statut de facture.',
    });
  }
  return ok({ events, problems });
};

/** What the user reads when a file is no life-cycle message. */
export const frenchLifeCycleError = (error: LifeCycleError): string =>
  error.kind === 'not-a-life-cycle-message'
    ? `Ce fichier XML («\u00a0${error.root.slice(0, 60)}\u00a0») n’est pas un message de statut de facture.`
    : frenchXmlError(error);
