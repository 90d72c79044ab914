import type { RawInvoice, RawParty } from './e-invoice-fields.ts';
import { type XmlElement, xmlAt, xmlChild, xmlChildren, xmlText } from './xml-document.ts';

const party = (element: XmlElement | undefined): RawParty | undefined => {
  if (!element) return undefined;
  const legal = xmlChild(element, 'PartyLegalEntity');
  const legalId = xmlChild(legal, 'CompanyID');
  const address = xmlChild(element, 'PostalAddress');
  const contact = xmlChild(element, 'Contact');
  const endpoint = xmlChild(element, 'EndpointID');
  const identifiers = [
    legalId,
    ...xmlChildren(element, 'PartyIdentification').map((identification) => xmlChild(identification, 'ID')),
  ];
  const tradingName = xmlText(element, 'PartyName', 'Name');
  const schemes = xmlChildren(element, 'PartyTaxScheme');
  const isVat = (scheme: XmlElement): boolean =>
    ['VAT', 'VA'].includes(xmlText(scheme, 'TaxScheme', 'ID')?.toUpperCase() ?? 'VAT');
  return {
    name: xmlText(legal, 'RegistrationName') ?? tradingName,
    tradingName,
    ids: identifiers.flatMap((id) =>
      id?.text ? [{ scheme: id.attributes.get('schemeID'), id: id.text }] : [],
    ),
    legalId: legalId?.text || undefined,
    vat: xmlText(schemes.find(isVat), 'CompanyID'),
    addressLines: [
      [xmlText(address, 'StreetName'), xmlText(address, 'BuildingNumber')].filter(Boolean).join(' ') ||
        undefined,
      xmlText(address, 'AdditionalStreetName'),
      ...xmlChildren(address, 'AddressLine').map((line) => xmlText(line, 'Line')),
    ],
    postcode: xmlText(address, 'PostalZone'),
    city: xmlText(address, 'CityName'),
    country: xmlText(address, 'Country', 'IdentificationCode'),
    emails: [
      xmlText(contact, 'ElectronicMail'),
      endpoint?.attributes.get('schemeID') === 'EM' ? endpoint.text : undefined,
    ],
    phone: xmlText(contact, 'Telephone'),
    contactName: xmlText(contact, 'Name'),
  };
};

/** BT-22: the French reform puts the code BT-21 in front, « #PMD#… ». */
const note = (element: XmlElement): RawInvoice['notes'] => {
  const [, code, text = ''] = /^#([A-Z]{3})#(.*)$/s.exec(element.text) ?? [];
  if (code !== undefined) return [{ code, text: text.trim() }];
  return element.text === '' ? [] : [{ text: element.text }];
};

/** BT-110 is the total in the invoice's currency; UBL repeats the element for the currency of the VAT account. */
const taxTotal = (root: XmlElement, currency: string | undefined): string | undefined => {
  const amounts = xmlChildren(root, 'TaxTotal').flatMap((total) => xmlChild(total, 'TaxAmount') ?? []);
  const own = amounts.find((amount) => amount.attributes.get('currencyID') === currency) ?? amounts[0];
  return own?.text || undefined;
};

/** Reads an Invoice or CreditNote of UBL 2.0 to 2.4, without checking it. */
export const readUbl = (root: XmlElement): RawInvoice => {
  const isCreditNote = root.name === 'CreditNote';
  const currency = xmlText(root, 'DocumentCurrencyCode');
  const means = xmlChildren(root, 'PaymentMeans');
  const sums = xmlChild(root, 'LegalMonetaryTotal');
  const texts = (elements: readonly (XmlElement | undefined)[]): readonly string[] =>
    elements.flatMap((element) => element?.text || []);
  const dueOn = texts([xmlChild(root, 'DueDate')]);
  return {
    syntax: isCreditNote ? 'ubl-credit-note' : 'ubl-invoice',
    profile: xmlText(root, 'CustomizationID'),
    businessProcess: xmlText(root, 'ProfileID'),
    number: xmlText(root, 'ID'),
    typeCode: xmlText(root, isCreditNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode'),
    issuedOn: xmlText(root, 'IssueDate'),
    // A credit note has its due date with the means of payment; so had UBL 2.0 invoices.
    dueOn: dueOn.length > 0 ? dueOn : texts(means.map((one) => xmlChild(one, 'PaymentDueDate'))),
    currency,
    seller: party(xmlAt(root, 'AccountingSupplierParty', 'Party')),
    buyer: party(xmlAt(root, 'AccountingCustomerParty', 'Party')),
    payee: party(xmlChild(root, 'PayeeParty')),
    orderReference: xmlText(root, 'OrderReference', 'ID'),
    buyerReference: xmlText(root, 'BuyerReference'),
    paymentTerms: texts(xmlChildren(root, 'PaymentTerms').flatMap((terms) => xmlChildren(terms, 'Note'))),
    notes: xmlChildren(root, 'Note').flatMap(note),
    paymentReference: xmlText(means[0], 'PaymentID'),
    ibans: texts(means.map((one) => xmlAt(one, 'PayeeFinancialAccount', 'ID'))),
    bic: xmlText(means[0], 'PayeeFinancialAccount', 'FinancialInstitutionBranch', 'ID'),
    precedingInvoices: texts(
      xmlChildren(root, 'BillingReference').map(
        (reference) =>
          xmlAt(reference, 'InvoiceDocumentReference', 'ID') ??
          xmlAt(reference, 'CreditNoteDocumentReference', 'ID'),
      ),
    ),
    taxExclusive: xmlText(sums, 'TaxExclusiveAmount'),
    vat: taxTotal(root, currency),
    total: xmlText(sums, 'TaxInclusiveAmount'),
    prepaid: xmlText(sums, 'PrepaidAmount'),
    rounding: xmlText(sums, 'PayableRoundingAmount'),
    due: xmlText(sums, 'PayableAmount'),
  };
};
