import type { BankLine } from '../../ledger/bank.ts';
import { bankLineState } from '../../ledger/bank-lines.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { setAsideNames } from '../../ledger/set-aside-names.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

type BankTables = Pick<Ledger, 'bankLines' | 'bankAccounts' | 'payments' | 'clients'>;

/** What became of a movement, French. */
const stateText = (ledger: BankTables, line: BankLine): string => {
  const state = bankLineState(ledger, line);
  switch (state.kind) {
    case 'waiting':
      return 'À affecter';
    case 'settled':
      return 'Affecté';
    case 'set-aside':
      return line.setAside === undefined
        ? 'Mis de côté'
        : [`Mis de côté (${setAsideNames[line.setAside.reason]})`, line.setAside.note]
            .filter(Boolean)
            .join('\u00A0: ');
    case 'returned':
      return 'Reprise d’un paiement';
    case 'outgoing':
      return 'Sortie';
  }
};

const clientsOf = (ledger: BankTables, line: BankLine): string => {
  const state = bankLineState(ledger, line);
  if (state.kind !== 'settled') return '';
  return [
    ...new Set(state.payments.map(({ clientId }) => ledger.clients.get(clientId)?.name ?? clientId)),
  ].join(', ');
};

const columnsFor = (ledger: BankTables): readonly ExportColumn<BankLine>[] => [
  { header: 'Compte', kind: 'text', value: ({ accountId }) => ledger.bankAccounts.get(accountId)?.name },
  { header: 'Date', kind: 'day', value: ({ bookedOn }) => bookedOn },
  { header: 'Date de valeur', kind: 'day', value: ({ valueOn }) => valueOn },
  { header: 'Libellé', kind: 'text', value: ({ label }) => label.replaceAll('\n', ' ') },
  { header: 'Contrepartie', kind: 'text', value: ({ counterparty }) => counterparty },
  { header: 'IBAN de la contrepartie', kind: 'text', value: ({ counterpartyIban }) => counterpartyIban },
  { header: 'Référence', kind: 'text', value: ({ reference }) => reference },
  { header: 'Montant', kind: 'amountCents', value: ({ amountCents }) => amountCents },
  {
    header: 'Devise',
    kind: 'text',
    value: ({ accountId }) => ledger.bankAccounts.get(accountId)?.currency,
  },
  { header: 'État', kind: 'text', value: (line) => stateText(ledger, line) },
  {
    header: 'Reste à affecter',
    kind: 'amountCents',
    value: (line) => {
      const state = bankLineState(ledger, line);
      return state.kind === 'waiting' ? state.leftCents : undefined;
    },
  },
  { header: 'Client', kind: 'text', value: (line) => clientsOf(ledger, line) || undefined },
];

/** Movements of the accounts with what became of each, newest first. @param name « Mouvements bancaires ». */
export const bankLinesSource = (name: string, ledger: BankTables, lines: Iterable<BankLine>): ExportSource =>
  exportSource(
    name,
    columnsFor(ledger),
    [...lines].sort((a, b) => (a.bookedOn < b.bookedOn ? 1 : a.bookedOn > b.bookedOn ? -1 : 0)),
  );
