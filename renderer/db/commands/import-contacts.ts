import { type ContactChoice, isNoNewContact, planContacts } from '../../../shared/importing/contact-plan.ts';
import type { ContactRow } from '../../../shared/importing/contact-row.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { countedIfAny } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { blankClient } from './clients.ts';
import { type ImportedFile, importRecord } from './import-record.ts';

/** A contact list as it was read, and what the user decided about it. */
export interface ContactImportWish extends ImportedFile {
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
  const newClients = plan.newClients.length;
  const record = importRecord(importId, wish, { content: 'contacts', newClients }, context);
  const parts = [
    ...countedIfAny(newClients, 'client', 'clients'),
    ...countedIfAny(plan.completed.length, 'client complété', 'clients complétés'),
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
