import type { BankLine } from '../../../shared/ledger/bank.ts';
import type { RowImage } from '../../../shared/ledger/change.ts';
import type { HistoryNote } from '../../../shared/ledger/history.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Allocation, Payment } from '../../../shared/ledger/payment.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { progressOf } from '../../../shared/reminders/reminder-progress.ts';
import type { referringTables } from './undo-breach.ts';

const reminderReason = ({ state }: Reminder): string => {
  switch (progressOf(state).kind) {
    case 'in-progress':
      return 'relance en cours d’envoi';
    case 'done':
      return state.kind === 'skipped' ? 'relance passée' : 'relance faite';
    case 'undone':
      return 'relance dans l’historique';
  }
};

const allocationReason = ({ source }: Allocation): string => {
  switch (source.kind) {
    case 'payment':
      return 'règlement affecté';
    case 'credit-note':
      return 'avoir affecté';
    case 'concession':
      return 'écart accepté';
  }
};

const noteReason = ({ kind }: HistoryNote): string =>
  kind === 'call' ? 'appel noté' : 'note dans l’historique';

const referring = (table: (typeof referringTables)[number], row: unknown): string => {
  switch (table) {
    case 'invoices':
      return 'autre facture saisie ou importée';
    case 'payments':
      return 'règlement enregistré';
    case 'allocations':
      return allocationReason(row as Allocation);
    case 'disputes':
      return 'litige ouvert';
    case 'promises':
      return 'promesse de paiement';
    case 'plans':
      return 'échéancier accordé';
    case 'pauses':
      return 'relances suspendues';
    case 'reminders':
      return reminderReason(row as Reminder);
    case 'notes':
      return noteReason(row as HistoryNote);
    default:
      return 'élément plus récent';
  }
};

const changed = ({ table, after }: RowImage, present: unknown): string => {
  switch (table) {
    case 'invoices': {
      const [was, is] = [after as Invoice | null, present as Invoice];
      if (is.cancelledAt !== undefined && was?.cancelledAt === undefined) return 'annulée depuis';
      if (is.documentHash !== was?.documentHash) return 'copie jointe depuis';
      return 'modifiée depuis';
    }
    case 'clients':
      return 'fiche modifiée depuis';
    case 'bankLines':
      return (present as BankLine).setAside === undefined ? 'rapproché depuis' : 'mis de côté depuis';
    case 'payments':
      return (present as Payment).reversedAt === undefined
        ? 'règlement modifié depuis'
        : 'règlement annulé depuis';
    default:
      return 'modifiée depuis';
  }
};

/** Why a row of an import stays when the import is taken back; French, without capital. */
export const reasonOfUse = { referring, changed, money: 'règlement qui en dépend' } as const;
