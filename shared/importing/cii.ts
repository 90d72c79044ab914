import type { RawInvoice, RawParty } from './e-invoice-fields.ts';
import { type XmlElement, xmlAt, xmlChild, xmlChildren, xmlText } from './xml-document.ts';

const party = (element: XmlElement | undefined): RawParty | undefined => {
  if (!element) return undefined;
  const organisation = xmlChild(element, 'SpecifiedLegalOrganization');
  const legal = xmlChild(organisation, 'ID');
  const address = xmlChild(element, 'PostalTradeAddress');
  const contact = xmlChild(element, 'DefinedTradeContact');
  const electronic = xmlAt(element, 'URIUniversalCommunication', 'URIID');
  const identifiers = [legal, ...xmlChildren(element, 'GlobalID'), ...xmlChildren(element, 'ID')];
  return {
    name: xmlText(element, 'Name'),
    tradingName: xmlText(organisation, 'TradingBusinessName'),
    ids: identifiers.flatMap((id) =>
      id?.text ? [{ scheme: id.attributes.get('schemeID'), id: id.text }] : [],
    ),
    legalId: legal?.text || undefined,
    vat: xmlChildren(element, 'SpecifiedTaxRegistration')
      .map((registration) => xmlChild(registration, 'ID'))
      .find((id) => id?.attributes.get('schemeID') === 'VA')?.text,
    addressLines: ['LineOne', 'LineTwo', 'LineThree'].map((line) => xmlText(address, line)),
    postcode: xmlText(address, 'PostcodeCode'),
    city: xmlText(address, 'CityName'),
    country: xmlText(address, 'CountryID'),
    emails: [
      xmlText(contact, 'EmailURIUniversalCommunication', 'URIID'),
      electronic?.attributes.get('schemeID') === 'EM' ? electronic.text : undefined,
    ],
    phone: xmlText(contact, 'TelephoneUniversalCommunication', 'CompleteNumber'),
    contactName: xmlText(contact, 'PersonName') ?? xmlText(contact, 'DepartmentName'),
  };
};

/** The names by which ZUGFeRD 1 and the later CII call the same parts. */
const parts = (root: XmlElement) => {
  const old = root.name === 'CrossIndustryDocument';
  const trade = xmlChild(root, old ? 'SpecifiedSupplyChainTradeTransaction' : 'SupplyChainTradeTransaction');
  const header = old ? 'ApplicableSupplyChainTrade' : 'ApplicableHeaderTrade';
  const settlement = xmlChild(trade, `${header}Settlement`);
  return {
    syntax: old ? ('zugferd-1' as const) : ('cii' as const),
    context: xmlChild(root, old ? 'SpecifiedExchangedDocumentContext' : 'ExchangedDocumentContext'),
    document: xmlChild(root, old ? 'HeaderExchangedDocument' : 'ExchangedDocument'),
    agreement: xmlChild(trade, `${header}Agreement`),
    settlement,
    sums: xmlChild(
      settlement,
      old ? 'SpecifiedTradeSettlementMonetarySummation' : 'SpecifiedTradeSettlementHeaderMonetarySummation',
    ),
    referenceId: old ? 'ID' : 'IssuerAssignedID',
  };
};

/** BT-110 is the one in the invoice's currency; a second one may be in the currency of the VAT account. */
const taxTotal = (sums: XmlElement | undefined, currency: string | undefined): string | undefined => {
  const totals = xmlChildren(sums, 'TaxTotalAmount');
  const own = totals.find((total) => total.attributes.get('currencyID') === currency) ?? totals[0];
  return own?.text || undefined;
};

/** Reads a Cross Industry Invoice (UN/CEFACT D16B, D22B) or its forerunner of ZUGFeRD 1, without checking it. */
export const readCii = (root: XmlElement): RawInvoice => {
  const { syntax, context, document, agreement, settlement, sums, referenceId } = parts(root);
  const currency = xmlText(settlement, 'InvoiceCurrencyCode');
  const terms = xmlChildren(settlement, 'SpecifiedTradePaymentTerms');
  const means = xmlChildren(settlement, 'SpecifiedTradeSettlementPaymentMeans');
  const ids = (elements: readonly (XmlElement | undefined)[]): readonly string[] =>
    elements.flatMap((element) => element?.text || []);
  return {
    syntax,
    profile: xmlText(context, 'GuidelineSpecifiedDocumentContextParameter', 'ID'),
    businessProcess: xmlText(context, 'BusinessProcessSpecifiedDocumentContextParameter', 'ID'),
    number: xmlText(document, 'ID'),
    typeCode: xmlText(document, 'TypeCode'),
    issuedOn: xmlText(document, 'IssueDateTime', 'DateTimeString'),
    dueOn: ids(terms.map((term) => xmlAt(term, 'DueDateDateTime', 'DateTimeString'))),
    currency,
    seller: party(xmlChild(agreement, 'SellerTradeParty')),
    buyer: party(xmlChild(agreement, 'BuyerTradeParty')),
    payee: party(xmlChild(settlement, 'PayeeTradeParty')),
    orderReference: xmlText(agreement, 'BuyerOrderReferencedDocument', referenceId),
    buyerReference: xmlText(agreement, 'BuyerReference'),
    paymentTerms: ids(terms.flatMap((term) => xmlChildren(term, 'Description'))),
    notes: xmlChildren(document, 'IncludedNote').flatMap((note) => {
      const text = xmlChildren(note, 'Content')
        .map((content) => content.text)
        .join('\n');
      const code = xmlText(note, 'SubjectCode');
      return text === '' ? [] : [{ ...(code !== undefined && { code }), text }];
    }),
    paymentReference: xmlText(settlement, 'PaymentReference'),
    ibans: ids(
      means.flatMap((one) => {
        const account = xmlChild(one, 'PayeePartyCreditorFinancialAccount');
        return xmlChild(account, 'IBANID') ?? xmlChild(account, 'ProprietaryID');
      }),
    ),
    bic: xmlText(means[0], 'PayeeSpecifiedCreditorFinancialInstitution', 'BICID'),
    precedingInvoices: ids(
      xmlChildren(settlement, 'InvoiceReferencedDocument').map((reference) =>
        xmlChild(reference, referenceId),
      ),
    ),
    taxExclusive: xmlText(sums, 'TaxBasisTotalAmount'),
    vat: taxTotal(sums, currency),
    total: xmlText(sums, 'GrandTotalAmount'),
    prepaid: xmlText(sums, 'TotalPrepaidAmount'),
    rounding: xmlText(sums, 'RoundingAmount'),
    due: xmlText(sums, 'DuePayableAmount'),
  };
};
