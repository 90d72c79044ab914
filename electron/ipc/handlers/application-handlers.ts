import { app } from 'electron';
import type { LedgerName, LedgerProblem } from '../../../shared/ipc/boot.ts';
import type { ApplicationClock } from '../../settings/application-clock.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { setStartsAtLogin, startsAtLogin } from '../../shell/start-at-login.ts';
import type { Handlers } from '../answer-request.ts';
import { done } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface ApplicationParts {
  readonly settings: SettingsStore;
  readonly clock: ApplicationClock;
  readonly ledgerName: () => LedgerName;
  /** Done when the ledger's files are open: what comes first of the page waits for it, all else comes after. */
  readonly ledgerOpened: () => Promise<void>;
  readonly openLedger: (name: 'main' | 'demo') => Promise<void>;
  readonly onRendererReady: () => void;
  /** Why the ledger is not open; undefined = it is. */
  readonly ledgerProblem: () => LedgerProblem | undefined;
  readonly onThemeChange: (theme: 'light' | 'dark' | 'system') => void;
  readonly quit: () => void;
}

/** The start, the ledger that is shown, and the application as the system sees it. */
export const applicationHandlers = (parts: ApplicationParts) =>
  ({
    boot: () => ({
      ok: true,
      value: {
        version: app.getVersion(),
        platform: process.platform,
        ledger: parts.ledgerName(),
        clockOffsetMs: parts.clock.offsetMs(),
        theme: parts.settings.get('theme'),
      },
    }),
    ledgerProblem: async () => {
      await parts.ledgerOpened();
      return { ok: true, value: parts.ledgerProblem() ?? null };
    },
    rendererReady: () => {
      parts.onRendererReady();
      return done;
    },
    openLedger: async (name) => {
      await parts.openLedger(name);
      return done;
    },
    setTheme: (theme) => {
      parts.settings.set('theme', theme);
      parts.onThemeChange(theme);
      return done;
    },
    getAutoStart: () => ({ ok: true, value: startsAtLogin() }),
    setAutoStart: (enabled) => {
      setStartsAtLogin(enabled);
      return done;
    },
    quit: () => {
      parts.quit();
      return done;
    },
  }) satisfies Partial<Handlers>;
