import type { PokeReason } from './scheduler.ts';

/** What Electron's powerMonitor tells of the PC. */
interface PowerEvents {
  on(event: 'resume' | 'unlock-screen', listener: () => void): unknown;
}

/**
 * Ticks when the PC wakes or its user comes back: timers stood still while it slept, and some systems report
 * only the one or the other.
 */
export const followWakeUps = (power: PowerEvents, poke: (reason: PokeReason) => void): void => {
  power.on('resume', () => poke('resume'));
  power.on('unlock-screen', () => poke('unlock'));
};
