import { declarationAlert } from '../../shared/claims/claims-to-declare.ts';
import { businessDay } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import { isWorkingDay } from '../../shared/dates/working-days.ts';
import { treasuryOutlook } from '../../shared/insight/treasury-outlook.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
import { settingsOf } from '../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { paperLetters } from '../../shared/letters/paper-letter.ts';
import { automaticHolds } from '../../shared/reminders/automatic-holds.ts';
import { callTasks } from '../../shared/reminders/call-tasks.ts';
import { composeMessage } from '../../shared/reminders/compose-message.ts';
import { currentPlanning } from '../../shared/reminders/planning.ts';
import { brokenPromises } from '../../shared/reminders/promise.ts';
import { isOnPaper } from '../../shared/reminders/reminder-names.ts';
import { clock, today } from '../bridge/application-clock.ts';
import { type Approval, approveReminders } from '../db/commands/reminders.ts';
import type { OpenLedger } from '../db/open-ledger.ts';
import type { DeliverySync } from './delivery-sync.ts';

/**
 * What the automatic mode approves at this moment; nothing while anything holds it back: the PC's clock is in
 * question, the bank was not looked at for days, a day off, outside the hours.
 * @param nowMs milliseconds since 1970 UTC.
 */
export const automaticApprovals = (
  ledger: Ledger,
  nowMs: number,
  clockWarning: SchedulerStatus['clockWarning'],
): readonly Approval[] => {
  if (automaticHolds(ledger, nowMs, clockWarning).length > 0) return [];
  const day = businessDay(nowMs);
  return currentPlanning(ledger, day).proposals.flatMap((proposal): readonly Approval[] => {
    if (!proposal.automatic || proposal.channel !== 'email') return [];
    const message = composeMessage(ledger, proposal, day);
    return message.ok && message.value.recipientEmail !== undefined
      ? [{ proposal, message: message.value }]
      : [];
  });
};

/** Letters that are due, and those of every kind that wait for the printer. */
export const lettersToDo = (ledger: Ledger, day: Day): number =>
  currentPlanning(ledger, day).proposals.filter(({ channel }) => isOnPaper(channel)).length +
  paperLetters(ledger).filter(({ row }) => row.state.kind === 'to-print').length;

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
    const status = await bridge.schedulerStatus();
    const day = today();
    const automatic = status.ok
      ? automaticApprovals(open.memory.current(), clock.nowMs(), status.value.clockWarning)
      : [];
    let approvedByItself = 0;
    if (automatic.length > 0) {
      const done = await open.commands.run(approveReminders, { approvals: automatic, automatic: true });
      if (done.ok) {
        approvedByItself = automatic.length;
        await delivery.submit();
      }
    }
    const { proposals } = currentPlanning(open.memory.current(), day);
    const count = (channels: readonly string[]): number =>
      proposals.filter(({ channel }) => channels.includes(channel)).length;
    await bridge.schedulerReport({
      day,
      emails: count(['email']),
      letters: lettersToDo(open.memory.current(), day),
      calls: callTasks(open.memory.current(), proposals, day).now.length,
      brokenPromises: brokenPromises(open.memory.current(), day).length,
      declarationAlert: declarationAlert(open.memory.current(), day),
      treasury: treasuryOutlook(open.memory.current(), day),
      approvedByItself,
      isWorkingDay: isWorkingDay(day, settingsOf(open.memory.current(), 'reminders').calendar),
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
