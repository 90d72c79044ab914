import { formatDay } from '../dates/format-day.ts';
import { formatIban } from '../identifiers/iban.ts';
import { formatSiren } from '../identifiers/siren.ts';
import type { Client, PostalAddress } from '../ledger/client.ts';
import type { CompanySettings } from '../ledger/settings.ts';

/** What is known of a party under a label; `value` says where something is to be completed. French. */
export interface PartyField {
  readonly label: string;
  readonly value: string;
}

const toComplete = 'à compléter';

const field = (label: string, value: string | undefined): PartyField => ({
  label,
  value: value === undefined || value.trim() === '' ? toComplete : value,
});

const addressLine = (address: PostalAddress | undefined): string =>
  address === undefined
    ? ''
    : [...address.lines, `${address.postcode} ${address.city}`.trim(), address.country ?? '']
        .filter((line) => line.trim() !== '')
        .join(', ');

/** The creditor as CPC 54 and 57 ask for him: form, name, seat, representative. */
export const creditorFields = (company: CompanySettings): readonly PartyField[] => [
  field('Dénomination', company.name),
  field('Forme juridique', company.legalForm),
  field('Capital', company.capital),
  field('SIREN', company.siren === '' ? '' : formatSiren(company.siren)),
  field('Immatriculation', company.registry),
  field('Siège', addressLine(company.address)),
  field(
    'Représentant',
    [company.signatoryName, company.signatoryCapacity].filter((part) => part !== '').join(', '),
  ),
  field('IBAN', formatIban(company.iban)),
];

/** The debtor; for a natural person what CPC 54 and 57 ask is not in the ledger and is named. */
export const debtorFields = (client: Client): readonly PartyField[] => [
  field('Dénomination', client.name),
  field('SIREN', client.siren === undefined ? '' : formatSiren(client.siren)),
  field('Adresse', addressLine(client.address)),
  client.regime === 'b2c'
    ? field('Date et lieu de naissance, nationalité, profession', undefined)
    : field('Forme juridique et représentant légal', undefined),
  field(
    'Procédure collective',
    client.insolvency ? `jugement du ${formatDay(client.insolvency.judgmentOn)}` : 'aucune enregistrée',
  ),
];
