import type { LedgerParts } from '../../ledger/open-parts.ts';
import { verifyJournal } from '../../mirror/verify-journal.ts';
import type { Handlers } from '../answer-request.ts';
import { done, failure, mirrorFailure } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface MirrorParts {
  /** Done when the ledger's files are open: what comes first of the page waits for it, all else comes after. */
  readonly ledgerOpened: () => Promise<void>;
  readonly ledger: () => LedgerParts;
  /** Why the disk of the profile takes nothing; undefined = it does. */
  readonly diskProblem: () => Promise<string | undefined>;
  /** Removes Chromium's database files, a copy kept aside; false = nothing was removed. */
  readonly discardDatabase: () => Promise<boolean>;
}

/** The mirror on disk, and the state of the disk and of the database it stands for. */
export const mirrorHandlers = (parts: MirrorParts) =>
  ({
    mirrorStatus: async () => {
      await parts.ledgerOpened();
      return { ok: true, value: parts.ledger().mirror.status() };
    },
    mirrorCreate: async ({ databaseId }) => {
      const created = await parts.ledger().mirror.create(databaseId);
      return created.ok ? created : mirrorFailure(created.error);
    },
    mirrorAppend: async ({ databaseId, changes }) => {
      const appended = await parts.ledger().mirror.append(databaseId, changes);
      return appended.ok ? appended : mirrorFailure(appended.error);
    },
    mirrorRead: async ({ cursor }) => {
      const page = await parts.ledger().mirror.readPage(cursor);
      return page.ok ? page : mirrorFailure(page.error);
    },
    mirrorReadChanges: async ({ fromSequence, limit }) => {
      const changes = await parts.ledger().mirror.readChanges(fromSequence, limit);
      return changes.ok ? changes : mirrorFailure(changes.error);
    },
    diskProblem: async () => ({ ok: true, value: (await parts.diskProblem()) ?? null }),
    databaseDiscard: async () => {
      const isSafe = parts.ledger().mirror.status().kind === 'ready';
      return isSafe && (await parts.discardDatabase())
        ? done
        : failure('not-discarded', 'La base de travail abîmée n’a pas pu être mise de côté.');
    },
    journalVerify: async () => {
      const { mirror } = parts.ledger();
      const verified = await verifyJournal(mirror.snapshot());
      return verified.ok ? verified : failure(verified.error.kind, verified.error.message);
    },
  }) satisfies Partial<Handlers>;
