import { formatPlainAmount } from '../money/format-amount.ts';
import { cfonbAmount } from './cfonb120-amount.ts';
import { type CfonbRecord, rawZone, zone } from './cfonb120-record.ts';
import { givenReference } from './given-reference.ts';

/** What the 05 records add to a movement. */
export interface CfonbDetails {
  /** In the order of the file, the label of the movement first. */
  readonly labelLines: readonly string[];
  readonly debtor?: string;
  readonly creditor?: string;
  /** Reference given by the payer (RCN). */
  readonly reference?: string;
  /** Reference given by the bank (REF). */
  readonly bankReference?: string;
}

const oneBlank = (text: string): string => text.replace(/ {2,}/g, ' ').trim();

/** « USD2 00000000012345{ » of MMO and FEE: currency, decimals, amount. */
const foreignAmount = (information: string): string => {
  const match = /^([A-Z]{3})(\d)([ \d]{13}\S)/.exec(information);
  const amount = match && cfonbAmount(match[3] ?? '', Number(match[2]));
  return amount?.ok ? `${match?.[1]} ${formatPlainAmount(Math.abs(amount.value))}` : information.trim();
};

/**
 * Gathers the 05 records of one movement by their qualifier (positions 46 to 48; 70 characters from 49).
 * LC2 goes on where LCC ended after 70 characters, so that no reference is torn. Unknown qualifiers are text.
 */
export const cfonbDetails = (movementLabel: string, records: readonly CfonbRecord[]): CfonbDetails => {
  const labelLines: string[] = movementLabel === '' ? [] : [movementLabel];
  const first = new Map<string, string>();
  let remittance = '';
  const add = (line: string): void => {
    if (line !== '') labelLines.push(line);
  };
  const flushRemittance = (): void => {
    add(oneBlank(remittance));
    remittance = '';
  };
  const keepFirst = (qualifier: string, text: string): void => {
    if (text === '') return;
    // A second name or reference is no other payer's: it is kept as text.
    if (first.has(qualifier)) add(text);
    else first.set(qualifier, text);
  };
  for (const record of records) {
    const qualifier = rawZone(record, 46, 48);
    const information = zone(record, 49, 118);
    if (qualifier !== 'LC2') flushRemittance();
    switch (qualifier) {
      case 'LCC':
      case 'LC2':
        remittance += rawZone(record, 49, 118);
        break;
      case 'NPY':
      case 'NBE':
      case 'REF':
        keepFirst(qualifier, oneBlank(information));
        break;
      case 'RCN':
        keepFirst(qualifier, givenReference(zone(record, 49, 83)) ?? '');
        add(givenReference(zone(record, 84, 118)) ?? '');
        break;
      case 'MMO':
      case 'FEE':
        add(foreignAmount(information));
        break;
      default:
        add(oneBlank(information));
    }
  }
  flushRemittance();
  const debtor = first.get('NPY');
  const creditor = first.get('NBE');
  const reference = first.get('RCN');
  const bankReference = first.get('REF');
  return {
    labelLines,
    ...(debtor !== undefined && { debtor }),
    ...(creditor !== undefined && { creditor }),
    ...(reference !== undefined && { reference }),
    ...(bankReference !== undefined && { bankReference }),
  };
};
