import { type ContactChoice, isNoNewContact, planContacts } from '../../../shared/importing/contact-plan.ts';
import type { ContactRow } from '../../../shared/importing/contact-row.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import type { ImportRecord } from '../../../shared/ledger/history.ts';
import { zeroCents } from '../../../shared/money/cents.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { blankClient } from './clients.ts';

/** A contact list as it was read, and what the user decided about it. */
export interface ContactImportWish {
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  readonly rows: readonly ContactRow[];
  /** Unknown companies and persons become clients; else only known clients are completed. */
  readonly createsClients: boolean;
  /** Decisions on single rows, by line of the file. */
  readonly choices?: ReadonlyMap<number, ContactChoice> | undefined;
}

/**
 * Imports a contact list as one change: clients completed, clients created, and the record of the import. All
 * or nothing, undoable as a whole. The list is compared with the ledger of this moment, so that nothing typed
 * since the preview is written over; rows that could mean several clients are left alone until the user says.
 */
export const importContacts: Command<ContactImportWish> = (ledger, wish, context) => {
  const planned = planContacts(ledger, wish.rows, context.newId, wish.choices);
  const plan = wish.createsClients ? planned : { ...planned, newClients: [] };
  if (isNoNewContact(plan))
    return fail({ kind: 'nothing-new', message: 'Ce fichier ne contient rien de nouveau.' });
  const importId = context.newId();
  const record: ImportRecord = {
    id: importId,
    fileName: wish.fileName,
    fileHash: wish.fileHash,
    importedAt: context.now,
    content: 'contacts',
    newInvoices: 0,
    updatedInvoices: 0,
    newClients: plan.newClients.length,
    openCents: zeroCents,
  };
  const parts = [
    ...(plan.newClients.length > 0 ? [counted(plan.newClients.length, 'client', 'clients')] : []),
    ...(plan.completed.length > 0
      ? [counted(plan.completed.length, 'client complété', 'clients complétés')]
      : []),
  ];
  return ok({
    command: 'import-contacts',
    label: `Import de ${wish.fileName}\u00a0: ${parts.join(', ')}`,
    undo: 'allowed',
    writes: [
      put('imports', record),
      ...plan.completed.map(({ client }) => put('clients', client)),
      ...plan.newClients.map(({ lines: _lines, ...client }) =>
        put('clients', { ...blankClient(client.name), ...client, importId, createdAt: context.now }),
      ),
    ],
  });
};
