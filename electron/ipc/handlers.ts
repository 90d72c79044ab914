import type { Handlers } from './answer-request.ts';
import { type ApplicationParts, applicationHandlers } from './handlers/application-handlers.ts';
import { type ArchiveParts, archiveHandlers } from './handlers/archive-handlers.ts';
import { type BackupParts, backupHandlers } from './handlers/backup-handlers.ts';
import { type CaseParts, caseHandlers } from './handlers/case-handlers.ts';
import { type DocumentParts, documentHandlers } from './handlers/document-handlers.ts';
import { type FileParts, fileHandlers } from './handlers/file-handlers.ts';
import { type LetterParts, letterHandlers } from './handlers/letter-handlers.ts';
import { type MailParts, mailHandlers } from './handlers/mail-handlers.ts';
import { type MirrorParts, mirrorHandlers } from './handlers/mirror-handlers.ts';
import { type OutboxParts, outboxHandlers } from './handlers/outbox-handlers.ts';
import { type PrintParts, printHandlers } from './handlers/print-handlers.ts';
import { type SchedulerParts, schedulerHandlers } from './handlers/scheduler-handlers.ts';
import { type WatchedFolderParts, watchedFolderHandlers } from './handlers/watched-folder-handlers.ts';

/** What the handlers need of the rest of main. */
export interface HandlerParts
  extends ApplicationParts,
    FileParts,
    WatchedFolderParts,
    MirrorParts,
    OutboxParts,
    MailParts,
    DocumentParts,
    LetterParts,
    PrintParts,
    SchedulerParts,
    BackupParts,
    ArchiveParts,
    CaseParts {}

/** What main does for each channel: one file a domain, and the compiler counts that none is missing. */
export const createHandlers = (parts: HandlerParts): Handlers => ({
  ...applicationHandlers(parts),
  ...fileHandlers(parts),
  ...watchedFolderHandlers(parts),
  ...mirrorHandlers(parts),
  ...outboxHandlers(parts),
  ...mailHandlers(parts),
  ...documentHandlers(parts),
  ...letterHandlers(parts),
  ...printHandlers(parts),
  ...schedulerHandlers(parts),
  ...backupHandlers(parts),
  ...archiveHandlers(parts),
  ...caseHandlers(parts),
});
