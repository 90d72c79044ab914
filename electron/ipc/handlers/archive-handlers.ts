import type { ArchiveDesk } from '../../shell/archive-desk.ts';
import type { Handlers } from '../answer-request.ts';
import { done } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface ArchiveParts {
  readonly archives: ArchiveDesk;
  /** Loads the renderer again after a restore. */
  readonly reopenLedger: () => Promise<void>;
}

/** An archive looked at, or taken over as the ledger. */
export const archiveHandlers = (parts: ArchiveParts) =>
  ({
    archiveOpen: parts.archives.open,
    archiveClose: async () => {
      await parts.archives.close();
      return done;
    },
    archiveAdopt: async () => {
      const adopted = await parts.archives.adopt();
      if (adopted.ok) await parts.reopenLedger();
      return adopted;
    },
  }) satisfies Partial<Handlers>;
