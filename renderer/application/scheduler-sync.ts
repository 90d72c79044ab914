import { declarationAlert } from '../../shared/claims/claims-to-declare.ts';
import { ledgerTreasuryAlert } from '../../shared/insight/ledger-treasury-alert.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import { settingsOf } from '../../shared/ledger/default-settings.ts';
import { composeMessage } from '../../shared/reminders/compose-message.ts';
import { currentPlanning } from '../../shared/reminders/planning.ts';
import { brokenPromises } from '../../shared/reminders/promise.ts';
import { today } from '../bridge/application-clock.ts';
import { type Approval, approveReminders } from '../db/commands/reminders.ts';
import type { OpenLedger } from '../db/open-ledger.ts';
import type { DeliverySync } from './delivery-sync.ts';

/**
 * Answers main's « what is due on this day? » over live data. In automatic mode what is due is approved
 * here, as the user would; everything else waits for a click.
 */
export const startSchedulerSync = (
  open: OpenLedger,
  bridge: Bridge,
  delivery: DeliverySync,
): (() => void) => {
  const answer = async (): Promise<void> => {
    const automatic: Approval[] = [];
    const status = await bridge.schedulerStatus();
    const day = today();
    const ledger = open.memory.current();
    // A clock that leapt by more than a week may be wrong: the user is asked before anything leaves in bulk.
    const clockBelieved = status.ok && status.value.clockWarning === undefined;
    for (const proposal of currentPlanning(ledger, day).proposals) {
      if (!clockBelieved || !proposal.automatic || proposal.channel !== 'email') continue;
      const message = composeMessage(ledger, proposal, day);
      if (message.ok && message.value.recipientEmail !== undefined)
        automatic.push({ proposal, message: message.value });
    }
    if (automatic.length > 0) {
      const done = await open.commands.run(approveReminders, { approvals: automatic, automatic: true });
      if (done.ok) await delivery.submit();
    }
    const { proposals } = currentPlanning(open.memory.current(), day);
    const count = (channels: readonly string[]): number =>
      proposals.filter(({ channel }) => channels.includes(channel)).length;
    const toPrint = [...open.memory.current().reminders.values()].filter(
      ({ state }) => state.kind === 'to-print',
    ).length;
    await bridge.schedulerReport({
      day,
      emails: count(['email']),
      letters: count(['letter', 'registered-letter']) + toPrint,
      calls: count(['call']),
      brokenPromises: brokenPromises(open.memory.current(), day).length,
      declarationAlert: declarationAlert(open.memory.current(), day),
      treasuryAlert: ledgerTreasuryAlert(open.memory.current(), day)?.sentence,
      notifyAtHour: settingsOf(open.memory.current(), 'reminders').notifyAtHour,
    });
  };
  let running: Promise<void> = Promise.resolve();
  const enqueue = (): void => {
    running = running.then(answer, answer);
  };
  const stopTicks = bridge.on('schedulerTick', enqueue);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopChanges = open.memory.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(enqueue, 1500);
  });
  return () => {
    clearTimeout(timer);
    stopTicks();
    stopChanges();
  };
};
