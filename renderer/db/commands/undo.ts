import type { Change, RowImage } from '../../../shared/ledger/change.ts';
import type { Command, RowWrite } from '../../../shared/ledger/decision.ts';
import { upgradeRow } from '../../../shared/ledger/upgrade-row.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { progressOf } from '../../../shared/reminders/reminder-progress.ts';
import { fail, ok } from '../../../shared/result.ts';
import { type Breach, breachOf } from './undo-breach.ts';

/** The pages of one change, as the journal holds them. */
export interface UndoWish {
  readonly pages: readonly Change[];
}

/** True when both rows hold the same values, whatever the order of their fields. */
export const sameRow = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keysA = Object.keys(a).filter((key) => (a as Record<string, unknown>)[key] !== undefined);
  const keysB = Object.keys(b).filter((key) => (b as Record<string, unknown>)[key] !== undefined);
  return (
    keysA.length === keysB.length &&
    keysA.every((key) => sameRow((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
};

/**
 * A message that the change took back from its way out. It stays taken back: undo puts nothing under way
 * that nobody looks at any more. Its steps are due, so that it is proposed again.
 */
const isTakenBack = ({ table, before, after }: RowImage): boolean => {
  if (table !== 'reminders' || before === null || after === null) return false;
  return (
    progressOf((before as Reminder).state).kind === 'in-progress' &&
    (after as Reminder).state.kind === 'withdrawn'
  );
};

const undone = 'Annulé\u00A0: ';
const proposedAgain = ' (les relances retirées sont de nouveau à valider)';

const cannot = (label: string, why: string): string =>
  `«\u00A0${label}\u00A0» ne peut plus être annulé\u00A0: ${why}. Annulez d’abord les actions plus récentes.`;

const breachReasons: Readonly<Record<Breach, string>> = {
  'in-use': 'des éléments plus récents en dépendent',
  'owner-gone': 'le client ou la facture concernés ont été retirés depuis',
  'spent-since': 'des éléments plus récents en dépendent',
  'number-taken': 'le numéro de la pièce a été repris depuis',
  'tracking-taken': 'le numéro de suivi est celui d’un autre courrier depuis',
  'disputed-since': 'un autre litige a été ouvert depuis sur la même facture',
  'planned-since': 'un autre échéancier a été accordé depuis pour la même facture',
};

/**
 * Puts every row of a change back as it was, as a change of its own (which can be undone in turn).
 * Refused as a whole when a row has changed since, or when later work rests on it: undo never overwrites
 * later work, and never leaves money that is spent twice or rows that belong to nothing. Messages that the
 * change took back before they left are not put back under way.
 */
export const undoChange: Command<UndoWish> = (ledger, { pages }) => {
  const first = pages[0];
  if (!first || pages.length !== first.pages)
    return fail({ kind: 'incomplete', message: 'Cette action n’est plus complète dans le journal.' });
  if (first.undo === 'refused')
    return fail({
      kind: 'not-undoable',
      message: `«\u00A0${first.label}\u00A0» ne peut pas être annulé.`,
    });
  const writes: RowWrite[] = [];
  const moved: RowImage[] = [];
  let takesBack = false;
  for (const page of pages)
    for (const image of page.images) {
      if (isTakenBack(image)) {
        takesBack = true;
        continue;
      }
      const present = (ledger[image.table] as ReadonlyMap<string, unknown>).get(image.key) ?? null;
      if (!sameRow(present, upgradeRow(image.table, image.after))) moved.push(image);
      const before = upgradeRow(image.table, image.before);
      writes.push({ table: image.table, key: image.key, after: before } as RowWrite);
    }
  if (moved.length > 0)
    return fail({
      kind: 'changed-since',
      message: cannot(
        first.label,
        moved.length === 1 ? 'un élément a changé depuis' : `${moved.length}\u00A0éléments ont changé depuis`,
      ),
    });
  const breach = breachOf(ledger, writes);
  if (breach !== undefined)
    return fail({
      kind: breach,
      message: cannot(first.label, breachReasons[breach]),
    });
  return ok({
    command: 'undo',
    label:
      first.command.startsWith('undo') && first.label.startsWith(undone)
        ? `Rétabli\u00A0: ${first.label.slice(undone.length).replace(proposedAgain, '')}`
        : `${undone}${first.label}${takesBack ? proposedAgain : ''}`,
    clientId: first.clientId,
    undo: 'allowed',
    undoes: first.groupSequence,
    writes,
  });
};
