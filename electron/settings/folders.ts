import { join } from 'node:path';
import type { LedgerName } from '../../shared/ipc/boot.ts';

/** Where the files of one ledger lie. */
export interface LedgerFolders {
  readonly mirror: string;
  readonly outbox: string;
  readonly documents: string;
  readonly scheduler: string;
  /** `.eml` files for the user's own mail program. */
  readonly eml: string;
  readonly backups: string;
  /** What is remembered of the backups, and rehearsed restores while they last. */
  readonly backupState: string;
}

/**
 * Folders of a ledger. What the user opens himself (messages, backups) lies in his documents folder;
 * the demonstration and tests stay inside the profile.
 */
export const ledgerFolders = (
  profile: string,
  ledger: LedgerName,
  userDocuments: string | undefined,
): LedgerFolders => {
  const own = join(profile, 'ledgers', ledger);
  const visible = ledger === 'main' && userDocuments !== undefined ? join(userDocuments, 'Acquit') : own;
  return {
    mirror: join(own, 'mirror'),
    outbox: join(own, 'outbox'),
    documents: join(own, 'documents'),
    scheduler: join(own, 'scheduler'),
    eml: join(visible, 'E-mails à envoyer'),
    backups: join(visible, 'Sauvegardes'),
    backupState: join(own, 'backups'),
  };
};
