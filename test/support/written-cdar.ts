import type { LifeCycleEvent } from '../../shared/importing/life-cycle.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const leaf = (name: string, text: string | undefined, attributes = ''): string =>
  text === undefined ? '' : `<ram:${name}${attributes}>${escaped(text)}</ram:${name}>`;

const date = (name: string, on: string | undefined, format: '102' | '204', prefix = 'udt'): string => {
  if (on === undefined) return '';
  const text = `${on.replaceAll('-', '')}${format === '204' ? '093000' : ''}`;
  return `<ram:${name}><${prefix}:DateTimeString format="${format}">${text}</${prefix}:DateTimeString></ram:${name}>`;
};

const amount = (
  type: string,
  cents: number | undefined,
  currency: string | undefined,
  on?: string,
): string => {
  if (cents === undefined) return '';
  const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  return `<ram:SpecifiedDocumentCharacteristic>${leaf('TypeCode', type)}${leaf('ValueAmount', text, ` currencyID="${currency ?? 'EUR'}"`)}${date('ValueDateTime', on, '102')}</ram:SpecifiedDocumentCharacteristic>`;
};

const reference = (event: LifeCycleEvent): string =>
  `<ram:ReferenceReferencedDocument>${leaf('IssuerAssignedID', event.invoiceNumber)}${leaf('TypeCode', '380')}${date('FormattedIssueDateTime', event.issuedOn, '102', 'qdt')}${leaf('ProcessConditionCode', event.code)}${
    event.sellerSiren === undefined
      ? ''
      : `<ram:IssuerTradeParty>${leaf('GlobalID', event.sellerSiren, ' schemeID="0002"')}</ram:IssuerTradeParty>`
  }<ram:SpecifiedDocumentStatus>${leaf('ReasonCode', event.reasonCode)}${leaf('Reason', event.reason)}${amount('MEN', event.receivedCents, event.currency, event.receivedOn)}${amount('MAP', event.approvedCents, event.currency)}${amount('MNA', event.contestedCents, event.currency)}</ram:SpecifiedDocumentStatus></ram:ReferenceReferencedDocument>`;

/** A life-cycle message (CDAR) with one acknowledgement for each status. */
export const writeCdar = (events: readonly LifeCycleEvent[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossDomainAcknowledgementAndResponse xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocument>${leaf('ID', 'M-1')}${date('IssueDateTime', '2026-01-01', '204')}</rsm:ExchangedDocument>
${events.map((event) => `<rsm:AcknowledgementDocument>${date('IssueDateTime', event.on, '204')}${reference(event)}</rsm:AcknowledgementDocument>`).join('\n')}
</rsm:CrossDomainAcknowledgementAndResponse>
`;
