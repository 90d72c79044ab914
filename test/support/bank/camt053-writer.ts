import type { BankStatement, BankStatementLine } from '../../../shared/importing/bank-reading.ts';
import { decimalAmount, xmlText } from './xml-text.ts';

/** Version 2 has names and status directly; version 8 wraps them. */
export type CamtVersion = 'none' | '02' | '04' | '08';

const isIbanLike = (account: string): boolean => /^[A-Z]{2}\d{2}/.test(account);

const element = (name: string, ...content: readonly string[]): string =>
  `<${name}>${content.join('')}</${name}>`;

const amountElements = (amountCents: number, currency: string): string =>
  `<Amt Ccy="${currency}">${decimalAmount(Math.abs(amountCents))}</Amt>` +
  element('CdtDbtInd', amountCents < 0 ? 'DBIT' : 'CRDT');

const entryOf = (line: BankStatementLine, currency: string, version: CamtVersion): string => {
  const role = line.amountCents < 0 ? 'Cdtr' : 'Dbtr';
  const name = element('Nm', xmlText(line.counterparty ?? ''));
  const [domain = '', family = '', subFamily = ''] = (line.bankCode ?? '').split('-');
  const parties =
    line.counterparty === undefined
      ? ''
      : element(role, version === '08' ? element('Pty', name) : name) +
        (line.counterpartyIban === undefined
          ? ''
          : element(`${role}Acct`, element('Id', element('IBAN', line.counterpartyIban))));
  return element(
    'Ntry',
    amountElements(line.amountCents, currency),
    element('Sts', version === '08' ? element('Cd', 'BOOK') : 'BOOK'),
    element('BookgDt', element('Dt', line.bookedOn)),
    line.valueOn === undefined ? '' : element('ValDt', element('DtTm', `${line.valueOn}T23:30:00-05:00`)),
    line.bankId === undefined ? '' : element('AcctSvcrRef', xmlText(line.bankId)),
    line.bankCode === undefined
      ? ''
      : element(
          'BkTxCd',
          element(
            'Domn',
            element('Cd', domain),
            element('Fmly', element('Cd', family), element('SubFmlyCd', subFamily)),
          ),
        ),
    element(
      'NtryDtls',
      element(
        'TxDtls',
        element('Refs', element('EndToEndId', xmlText(line.reference ?? 'NOTPROVIDED'))),
        element('RltdPties', parties),
        element('RmtInf', ...line.label.split('\n').map((text) => element('Ustrd', xmlText(text)))),
      ),
    ),
  );
};

/** Statements as a bank writes them in one CAMT.053 message. */
export const camtMessage = (statements: readonly BankStatement[], version: CamtVersion = '02'): string => {
  const balance = (code: string, amountCents: number, day: string | undefined, currency: string): string =>
    element(
      'Bal',
      element('Tp', element('CdOrPrtry', element('Cd', code))),
      amountElements(amountCents, currency),
      element('Dt', element('Dt', day ?? '')),
    );
  const namespace =
    version === 'none' ? '' : ` xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"`;
  const stmts = statements.map(
    ({ account, currency, openingCents, closingCents, openingOn, closingOn, lines }) =>
      element(
        'Stmt',
        element('Id', 'S-1'),
        element(
          'Acct',
          element(
            'Id',
            isIbanLike(account) ? element('IBAN', account) : element('Othr', element('Id', account)),
          ),
          element('Ccy', currency),
        ),
        openingCents === undefined ? '' : balance('OPBD', openingCents, openingOn, currency),
        closingCents === undefined ? '' : balance('CLBD', closingCents, closingOn, currency),
        ...lines.map((line) => `\n${entryOf(line, currency, version)}`),
      ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document${namespace}>${element(
    'BkToCstmrStmt',
    element('GrpHdr', element('MsgId', 'M-1')),
    ...stmts,
  )}</Document>\n`;
};
