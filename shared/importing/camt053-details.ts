import { givenReference } from './given-reference.ts';
import { type XmlElement, xmlAt, xmlChildren, xmlText } from './xml-document.ts';

/** What the details of a transaction (TxDtls) say beside its amount. */
export interface CamtDetails {
  readonly labelLines: readonly string[];
  readonly counterparty?: string;
  readonly counterpartyIban?: string;
  readonly reference?: string;
  readonly bankId?: string;
  readonly bankCode?: string;
  readonly returnReason?: string;
}

const oneBlank = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The name of a party: `Nm` until version 7, `Pty/Nm` since version 8; an agent has its bank's name. */
const partyName = (parties: XmlElement | undefined, role: string): string | undefined => {
  const name =
    xmlText(parties, role, 'Nm') ??
    xmlText(parties, role, 'Pty', 'Nm') ??
    xmlText(parties, role, 'Agt', 'FinInstnId', 'Nm');
  return name === undefined ? undefined : oneBlank(name);
};

const accountOf = (parties: XmlElement | undefined, role: string): string | undefined => {
  const id = xmlAt(parties, role, 'Id');
  return (xmlText(id, 'IBAN') ?? xmlText(id, 'Othr', 'Id'))?.replace(/\s+/gu, '').toUpperCase();
};

/** `PMNT-RCDT-ESCT` of the ISO code, else the bank's own code. */
export const camtBankCode = (element: XmlElement): string | undefined => {
  const domain = xmlAt(element, 'BkTxCd', 'Domn');
  const code = [xmlText(domain, 'Cd'), xmlText(domain, 'Fmly', 'Cd'), xmlText(domain, 'Fmly', 'SubFmlyCd')];
  if (code.every((part) => part !== undefined)) return code.join('-');
  return xmlText(element, 'BkTxCd', 'Prtry', 'Cd');
};

/** The reason of a return (`RtrInf`): its ISO code, else the bank's words. */
const returnReasonOf = (details: XmlElement): string | undefined => {
  const information = xmlAt(details, 'RtrInf');
  if (!information) return undefined;
  return (
    xmlText(information, 'Rsn', 'Cd') ??
    xmlText(information, 'Rsn', 'Prtry') ??
    xmlText(information, 'AddtlInf') ??
    'RtrInf'
  );
};

/**
 * Reads a TxDtls.
 * @param isCredit whether money came in: the payer is then the debtor, else the creditor is the other side.
 */
export const camtDetails = (details: XmlElement, isCredit: boolean): CamtDetails => {
  const references = xmlAt(details, 'Refs');
  const parties = xmlAt(details, 'RltdPties');
  const remittance = xmlAt(details, 'RmtInf');
  const structured = xmlChildren(remittance, 'Strd');
  const returnReason = returnReasonOf(details);
  // The parties of a return are those of the payment that came back.
  const takesDebtor = isCredit !== (returnReason !== undefined);
  const names = takesDebtor ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr'];
  const [party, ultimate] = names.map((role) => partyName(parties, role));
  const counterparty = party ?? ultimate;
  const counterpartyIban = accountOf(parties, takesDebtor ? 'DbtrAcct' : 'CdtrAcct');
  const creditorReferences = structured.flatMap(
    (block) => givenReference(xmlText(block, 'CdtrRefInf', 'Ref')) ?? [],
  );
  const endToEnd = givenReference(xmlText(references, 'EndToEndId'));
  const [reference = endToEnd, ...otherReferences] = creditorReferences;
  const labelLines = [
    ...xmlChildren(remittance, 'Ustrd').map(({ text }) => text),
    ...structured.flatMap((block) => [
      ...xmlChildren(block, 'RfrdDocInf').flatMap((document) => xmlText(document, 'Nb') ?? []),
      ...xmlChildren(block, 'AddtlRmtInf').map(({ text }) => text),
    ]),
    ...otherReferences,
    ...(reference !== endToEnd && endToEnd !== undefined ? [endToEnd] : []),
    ...(ultimate !== undefined && ultimate !== counterparty ? [ultimate] : []),
    xmlText(details, 'AddtlTxInf') ?? '',
  ].map(oneBlank);
  const bankId = givenReference(xmlText(references, 'AcctSvcrRef'));
  const bankCode = camtBankCode(details);
  return {
    labelLines: labelLines.filter((line) => line !== ''),
    ...(counterparty !== undefined && { counterparty }),
    ...(counterpartyIban !== undefined && { counterpartyIban }),
    ...(reference !== undefined && { reference }),
    ...(bankId !== undefined && { bankId }),
    ...(bankCode !== undefined && { bankCode }),
    ...(returnReason !== undefined && { returnReason }),
  };
};
