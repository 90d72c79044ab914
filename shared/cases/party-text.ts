import { formatSiren } from '../identifiers/siren.ts';
import type { Client, PostalAddress } from '../ledger/client.ts';
import type { CompanySettings } from '../ledger/settings.ts';

const addressLine = (address: PostalAddress | undefined): string =>
  address === undefined
    ? ''
    : [...address.lines, `${address.postcode} ${address.city}`.trim(), address.country ?? '']
        .filter((line) => line.trim() !== '')
        .join(', ');

const listed = (rows: readonly (readonly [string, string | undefined])[]): string =>
  rows
    .map(
      ([name, value]) =>
        `${name}\u00A0: ${value === undefined || value.trim() === '' ? 'à compléter' : value}`,
    )
    .join('\r\n');

/** The creditor as CPC 54 and 57 ask for him: form, name, seat, representative. */
export const creditorText = (company: CompanySettings): string =>
  listed([
    ['Dénomination', company.name],
    ['Forme juridique', company.legalForm],
    ['Capital', company.capital],
    ['SIREN', company.siren === '' ? '' : formatSiren(company.siren)],
    ['Immatriculation', company.registry],
    ['Siège', addressLine(company.address)],
    [
      'Représentant',
      [company.signatoryName, company.signatoryCapacity].filter((part) => part !== '').join(', '),
    ],
    ['IBAN', company.iban],
  ]);

/** The debtor; for a natural person what CPC 54 and 57 ask is not in the ledger and is named. */
export const debtorText = (client: Client): string =>
  listed([
    ['Dénomination', client.name],
    ['SIREN', client.siren === undefined ? '' : formatSiren(client.siren)],
    ['Adresse', addressLine(client.address)],
    ...(client.regime === 'b2c'
      ? ([['Date et lieu de naissance, nationalité, profession', undefined]] as const)
      : ([['Forme juridique et représentant légal', undefined]] as const)),
    [
      'Procédure collective',
      client.insolvency ? `jugement du ${client.insolvency.judgmentOn}` : 'aucune enregistrée',
    ],
  ]);
