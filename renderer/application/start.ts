import type { BootInfo, LedgerProblem } from '../../shared/ipc/boot.ts';
import type { CommandContext } from '../../shared/ledger/decision.ts';
import { followClock, now, today } from '../bridge/application-clock.ts';
import { bridge, expectValue } from '../bridge/bridge.ts';
import { newId } from '../bridge/new-id.ts';
import { type OpenFailure, type OpenLedger, openLedger } from '../db/open-ledger.ts';

/** Where the start of the renderer stands. */
export type StartState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'restoring'; readonly doneRows: number; readonly allRows: number }
  | { readonly kind: 'refused'; readonly reason: OpenFailure }
  /** Main waits for the user's decision before it opens the ledger. */
  | { readonly kind: 'problem'; readonly problem: LedgerProblem }
  | { readonly kind: 'open'; readonly boot: BootInfo; readonly ledger: OpenLedger };

const context = (): CommandContext => ({ now: now(), today: today(), newId });

/** Asks main who we are, then opens the ledger, telling each step. */
export const start = async (onState: (state: StartState) => void): Promise<void> => {
  const boot = await expectValue(bridge.boot());
  followClock(boot.clockOffsetMs);
  const problem = await expectValue(bridge.ledgerProblem());
  if (problem) return onState({ kind: 'problem', problem });
  const opened = await openLedger(boot.ledger, bridge, context, (doneRows, allRows) =>
    onState({ kind: 'restoring', doneRows, allRows }),
  );
  onState(
    opened.ok ? { kind: 'open', boot, ledger: opened.value } : { kind: 'refused', reason: opened.error },
  );
};
