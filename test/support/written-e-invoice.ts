import { PDFDocument } from '@cantoo/pdf-lib';
import type { EInvoiceNote } from '../../shared/importing/e-invoice.ts';

/** A party as the writers below take it. */
export interface SampleParty {
  readonly name: string;
  readonly siren?: string | undefined;
  readonly siret?: string | undefined;
  readonly vat?: string | undefined;
  readonly addressLines: readonly string[];
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly email?: string | undefined;
}

/** An invoice to be written; amounts in cents, signed as they shall stand in the file. */
export interface SampleInvoice {
  readonly businessProcess: string;
  readonly number: string;
  readonly typeCode: string;
  readonly issuedOn: string;
  readonly dueOn?: string | undefined;
  readonly currency: string;
  readonly seller: SampleParty;
  readonly buyer: SampleParty;
  readonly orderReference?: string | undefined;
  readonly paymentTerms?: string | undefined;
  readonly notes: readonly EInvoiceNote[];
  readonly paymentReference?: string | undefined;
  readonly iban?: string | undefined;
  readonly precedingInvoices: readonly string[];
  readonly taxExclusiveCents: number;
  readonly vatCents: number;
  readonly totalCents: number;
  readonly prepaidCents?: number | undefined;
  readonly dueCents: number;
}

/** How a text is put into XML; all of them mean the same. */
export type Escaping = 'entities' | 'numeric' | 'cdata';

const escaped = (text: string, escaping: Escaping): string => {
  if (escaping === 'cdata' && !text.includes(']]>') && text !== '') return `<![CDATA[${text}]]>`;
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (escaping === 'numeric' && (code > 126 || '<>&"\''.includes(character)))
        return `&#x${code.toString(16)};`;
      return { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }[character] ?? character;
    })
    .join('');
};

/** « 1234.5 » or « 1234.50 » or « 1234 », all xs:decimal. */
const amount = (cents: number, trims: boolean): string => {
  const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  return trims ? text.replace(/\.?0+$/, '') || '0' : text;
};

export interface WrittenHow {
  readonly escaping: Escaping;
  /** Prefix of the elements, '' for a default namespace. */
  readonly prefix: string;
  readonly comments: boolean;
  readonly trimsAmounts: boolean;
}

export const plainly: WrittenHow = {
  escaping: 'entities',
  prefix: 'ram',
  comments: false,
  trimsAmounts: false,
};

const builder = ({ escaping, prefix, comments }: WrittenHow) => {
  const name = (tag: string): string => (prefix === '' ? tag : `${prefix}:${tag}`);
  const comment = comments ? '<!-- BT & <x> -->\n  ' : '';
  const group = (tag: string, ...content: readonly string[]): string =>
    content.join('') === '' ? '' : `<${name(tag)}>\n  ${comment}${content.join('')}</${name(tag)}>\n`;
  const leaf = (tag: string, text: string | undefined, attributes = ''): string =>
    text === undefined ? '' : `<${name(tag)}${attributes}>${escaped(text, escaping)}</${name(tag)}>\n`;
  return { group, leaf, name };
};

const scheme = (id: string): string => ` schemeID="${id}"`;

/** A CII document (D16B), its elements in the order of the schema. */
export const writeCii = (invoice: SampleInvoice, how: WrittenHow = plainly): string => {
  const { group, leaf, name } = builder(how);
  const date = (tag: string, text: string | undefined): string =>
    text === undefined ? '' : group(tag, leaf('DateTimeString', text.replaceAll('-', ''), ' format="102"'));
  const money = (cents: number): string => amount(cents, how.trimsAmounts);
  const party = (tag: string, of: SampleParty): string =>
    group(
      tag,
      of.siret === undefined ? '' : leaf('GlobalID', of.siret, scheme('0009')),
      leaf('Name', of.name),
      of.siren === undefined ? '' : group('SpecifiedLegalOrganization', leaf('ID', of.siren, scheme('0002'))),
      group(
        'PostalTradeAddress',
        leaf('PostcodeCode', of.postcode),
        ...of.addressLines.map((line, index) => leaf(['LineOne', 'LineTwo', 'LineThree'][index] ?? '', line)),
        leaf('CityName', of.city),
        leaf('CountryID', of.country),
      ),
      of.email === undefined ? '' : group('URIUniversalCommunication', leaf('URIID', of.email, scheme('EM'))),
      of.vat === undefined ? '' : group('SpecifiedTaxRegistration', leaf('ID', of.vat, scheme('VA'))),
    );
  const body =
    group(
      'ExchangedDocumentContext',
      group('BusinessProcessSpecifiedDocumentContextParameter', leaf('ID', invoice.businessProcess)),
      group('GuidelineSpecifiedDocumentContextParameter', leaf('ID', 'urn:cen.eu:en16931:2017')),
    ) +
    group(
      'ExchangedDocument',
      leaf('ID', invoice.number),
      leaf('TypeCode', invoice.typeCode),
      date('IssueDateTime', invoice.issuedOn),
      ...invoice.notes.map((note) =>
        group('IncludedNote', leaf('Content', note.text), leaf('SubjectCode', note.code)),
      ),
    ) +
    group(
      'SupplyChainTradeTransaction',
      group(
        'ApplicableHeaderTradeAgreement',
        party('SellerTradeParty', invoice.seller),
        party('BuyerTradeParty', invoice.buyer),
        invoice.orderReference === undefined
          ? ''
          : group('BuyerOrderReferencedDocument', leaf('IssuerAssignedID', invoice.orderReference)),
      ),
      group(
        'ApplicableHeaderTradeSettlement',
        leaf('PaymentReference', invoice.paymentReference),
        leaf('InvoiceCurrencyCode', invoice.currency),
        invoice.iban === undefined
          ? ''
          : group(
              'SpecifiedTradeSettlementPaymentMeans',
              leaf('TypeCode', '30'),
              group('PayeePartyCreditorFinancialAccount', leaf('IBANID', invoice.iban)),
            ),
        group(
          'SpecifiedTradePaymentTerms',
          leaf('Description', invoice.paymentTerms),
          date('DueDateDateTime', invoice.dueOn),
        ),
        group(
          'SpecifiedTradeSettlementHeaderMonetarySummation',
          leaf('TaxBasisTotalAmount', money(invoice.taxExclusiveCents)),
          leaf('TaxTotalAmount', money(invoice.vatCents), ` currencyID="${invoice.currency}"`),
          leaf('GrandTotalAmount', money(invoice.totalCents)),
          invoice.prepaidCents === undefined ? '' : leaf('TotalPrepaidAmount', money(invoice.prepaidCents)),
          leaf('DuePayableAmount', money(invoice.dueCents)),
        ),
        ...invoice.precedingInvoices.map((number) =>
          group('InvoiceReferencedDocument', leaf('IssuerAssignedID', number)),
        ),
      ),
    );
  const root = name('CrossIndustryInvoice');
  const namespace = how.prefix === '' ? 'xmlns' : `xmlns:${how.prefix}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespace}="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100">${body}</${root}>\n`;
};

/** A UBL Invoice; a CreditNote for type 381. */
export const writeUbl = (invoice: SampleInvoice, how: WrittenHow = plainly): string => {
  const { group, leaf, name } = builder(how);
  const money = (cents: number): string => amount(cents, how.trimsAmounts);
  const currency = ` currencyID="${invoice.currency}"`;
  const isCreditNote = invoice.typeCode === '381';
  const party = (tag: string, of: SampleParty): string =>
    group(
      tag,
      group(
        'Party',
        of.email === undefined ? '' : leaf('EndpointID', of.email, scheme('EM')),
        of.siret === undefined ? '' : group('PartyIdentification', leaf('ID', of.siret, scheme('0009'))),
        group(
          'PostalAddress',
          leaf('StreetName', of.addressLines[0]),
          leaf('AdditionalStreetName', of.addressLines[1]),
          leaf('CityName', of.city),
          leaf('PostalZone', of.postcode),
          of.addressLines[2] === undefined ? '' : group('AddressLine', leaf('Line', of.addressLines[2])),
          group('Country', leaf('IdentificationCode', of.country)),
        ),
        of.vat === undefined
          ? ''
          : group('PartyTaxScheme', leaf('CompanyID', of.vat), group('TaxScheme', leaf('ID', 'VAT'))),
        group(
          'PartyLegalEntity',
          leaf('RegistrationName', of.name),
          of.siren === undefined ? '' : leaf('CompanyID', of.siren, scheme('0002')),
        ),
      ),
    );
  const body =
    leaf('CustomizationID', 'urn:cen.eu:en16931:2017') +
    leaf('ProfileID', invoice.businessProcess) +
    leaf('ID', invoice.number) +
    leaf('IssueDate', invoice.issuedOn) +
    (isCreditNote ? '' : leaf('DueDate', invoice.dueOn)) +
    leaf(isCreditNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode', invoice.typeCode) +
    invoice.notes
      .map((note) => leaf('Note', note.code === undefined ? note.text : `#${note.code}#${note.text}`))
      .join('') +
    leaf('DocumentCurrencyCode', invoice.currency) +
    (invoice.orderReference === undefined
      ? ''
      : group('OrderReference', leaf('ID', invoice.orderReference))) +
    invoice.precedingInvoices
      .map((number) => group('BillingReference', group('InvoiceDocumentReference', leaf('ID', number))))
      .join('') +
    party('AccountingSupplierParty', invoice.seller) +
    party('AccountingCustomerParty', invoice.buyer) +
    group(
      'PaymentMeans',
      leaf('PaymentMeansCode', '30'),
      isCreditNote ? leaf('PaymentDueDate', invoice.dueOn) : '',
      leaf('PaymentID', invoice.paymentReference),
      invoice.iban === undefined ? '' : group('PayeeFinancialAccount', leaf('ID', invoice.iban)),
    ) +
    (invoice.paymentTerms === undefined ? '' : group('PaymentTerms', leaf('Note', invoice.paymentTerms))) +
    group('TaxTotal', leaf('TaxAmount', money(invoice.vatCents), currency)) +
    group(
      'LegalMonetaryTotal',
      leaf('TaxExclusiveAmount', money(invoice.taxExclusiveCents), currency),
      leaf('TaxInclusiveAmount', money(invoice.totalCents), currency),
      invoice.prepaidCents === undefined ? '' : leaf('PrepaidAmount', money(invoice.prepaidCents), currency),
      leaf('PayableAmount', money(invoice.dueCents), currency),
    );
  const type = isCreditNote ? 'CreditNote' : 'Invoice';
  const namespace = how.prefix === '' ? 'xmlns' : `xmlns:${how.prefix}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name(type)} ${namespace}="urn:oasis:names:specification:ubl:schema:xsd:${type}-2">${body}</${name(type)}>\n`;
};

/** A PDF with an attachment, as a library writes it: with object streams, or with one object after the other. */
export const writePdfWith = async (
  name: string,
  content: Uint8Array,
  options: { readonly objectStreams: boolean },
): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText('Facture');
  await document.attach(content, name, { mimeType: 'text/xml' });
  return document.save({ useObjectStreams: options.objectStreams });
};

/** An invoice like any other, for tests that want one. */
export const sampleInvoice: SampleInvoice = {
  businessProcess: 'S1',
  number: 'FA-2026-0012',
  typeCode: '380',
  issuedOn: '2026-10-01',
  dueOn: '2026-10-31',
  currency: 'EUR',
  seller: {
    name: 'Atelier Dupré SARL',
    siren: '732829320',
    vat: 'FR44732829320',
    addressLines: ['4 rue des Lilas'],
    postcode: '69003',
    city: 'Lyon',
    country: 'FR',
  },
  buyer: {
    name: 'Boulangerie Étoile & Fils',
    siren: '443121975',
    siret: '44312197500012',
    vat: 'FR83443121975',
    addressLines: ['12 place du Marché', 'Bâtiment B'],
    postcode: '38000',
    city: 'Grenoble',
    country: 'FR',
    email: 'compta@etoile.example',
  },
  orderReference: 'BC-77',
  paymentTerms: '30 jours net',
  notes: [
    { code: 'PMD', text: 'Pénalités : trois fois le taux légal.' },
    { code: 'PMT', text: 'Indemnité forfaitaire de 40 €.' },
    { code: 'AAB', text: 'Pas d’escompte.' },
  ],
  paymentReference: 'RF18539007547034',
  iban: 'FR7630006000011234567890189',
  precedingInvoices: [],
  taxExclusiveCents: 100_000,
  vatCents: 20_000,
  totalCents: 120_000,
  prepaidCents: 20_000,
  dueCents: 100_000,
};
