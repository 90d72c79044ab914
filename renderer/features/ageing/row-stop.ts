import type { Day } from '../../../shared/dates/day.ts';
import type { AgeingRow } from '../../../shared/ledger/ageing-table.ts';
import { clientFlagExplanation } from '../../../shared/ledger/client-flag.ts';
import { clientFlags } from '../../../shared/ledger/client-flags.ts';
import { invoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { blockBadge, blockExplanation } from '../../../shared/reminders/block-badge.ts';
import type { RowStop } from './stop-mark.tsx';

const pressing: ReadonlySet<string> = new Set(['insolvency', 'dispute', 'services-blocked']);
const toSee: ReadonlySet<string> = new Set([
  'broken-promise',
  'broken-plan',
  'bounced',
  'no-due-date',
  'decision',
]);

const toneOf = (kinds: readonly string[]): RowStop['tone'] =>
  kinds.some((kind) => pressing.has(kind))
    ? 'alert'
    : kinds.some((kind) => toSee.has(kind))
      ? 'caution'
      : 'quiet';

/**
 * What holds the reminders of a row of the aged balance back today: of the client his flags, of an invoice
 * its own reason with its end. Undefined where nothing does.
 */
export const rowStop = (ledger: Ledger, today: Day, row: AgeingRow): RowStop | undefined => {
  if (row.kind === 'client') {
    const flags = clientFlags(ledger, today).get(row.clientId) ?? [];
    if (flags.length === 0) return undefined;
    return {
      tone: toneOf(flags.map(({ kind }) => kind)),
      text: flags.map(clientFlagExplanation).join(' '),
    };
  }
  const standing = invoiceStanding(ledger, row.invoice, today);
  if (standing.kind !== 'open') return undefined;
  const { block, dispute } = standing;
  if (block !== undefined)
    return { tone: toneOf([block.kind]), text: `${blockBadge(block)}. ${blockExplanation(block)}` };
  return dispute === undefined
    ? undefined
    : { tone: 'alert', text: 'Litige partiel. Le reste de la facture est relancé.' };
};
