import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
import { type Heartbeat, heartbeat } from '../../shared/reminders/heartbeat.ts';
import { clock } from '../bridge/application-clock.ts';
import { bridge } from '../bridge/bridge.ts';

/** One answer of main for all that show it. */
const listeners = new Set<() => void>();
let known: SchedulerStatus | undefined;
let stop: (() => void) | undefined;

/** Takes an answer that came with another request. */
export const noteSchedulerStatus = (status: SchedulerStatus): void => {
  known = status;
  for (const listener of listeners) listener();
};

const refresh = async (): Promise<void> => {
  const answer = await bridge.schedulerStatus();
  if (answer.ok) noteSchedulerStatus(answer.value);
};

const start = (): (() => void) => {
  void refresh();
  const stops = [
    bridge.on('schedulerTick', () => void refresh()),
    // What a tick found is known a moment later, when this window has answered it.
    bridge.on('schedulerReported', () => void refresh()),
    bridge.on('clockChanged', () => void refresh()),
  ];
  // Without ticks nothing would tell that there are none.
  const timer = setInterval(() => void refresh(), 60_000);
  return () => {
    clearInterval(timer);
    for (const end of stops) end();
  };
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    known = undefined;
  };
};

/** How the scheduler of main stands, kept up to date; undefined until main has answered. */
export const useSchedulerStatus = (): SchedulerStatus | undefined =>
  useSyncExternalStore(subscribe, () => known);

/**
 * Whether the scheduler still beats. A PC that wakes up looks like a scheduler that stopped until its first
 * tick: what is wrong has to stand for two looks, a minute apart.
 */
export const useHeartbeat = (status: SchedulerStatus | undefined): Heartbeat => {
  const [openedAtMs] = useState(() => clock.nowMs());
  const [seen, setSeen] = useState<readonly [Heartbeat, Heartbeat]>(['starting', 'starting']);
  useEffect(() => {
    if (status === undefined) return;
    const look = heartbeat(status, clock.nowMs(), openedAtMs);
    setSeen(([, before]) => [before, look]);
  }, [status, openedAtMs]);
  const [before, now] = seen;
  const isBad = (beat: Heartbeat): boolean => beat === 'late' || beat === 'stopped';
  return isBad(now) && !isBad(before) ? 'beating' : now;
};
