import { Menu } from '@mantine/core';
import { FileText, Paperclip } from 'lucide-react';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { copyMediaType } from '../../../shared/reminders/copy-media-type.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { attachInvoiceCopy, detachInvoiceCopy } from '../../db/commands/invoice-copy.ts';

const openCopy = async (hash: string, number: string): Promise<void> => {
  const answer = await bridge.documentOpen({ hash, name: `Facture ${number}`.slice(0, 200) });
  if (!answer.ok) showRefusal(answer.error.message);
};

/** Items of the menu of an invoice for its copy, which its reminders by e-mail carry. */
export const InvoiceCopyItems = ({ invoice }: { readonly invoice: Invoice }) => {
  const run = useRun();
  const { documentHash } = invoice;
  const attach = async (): Promise<void> => {
    const picked = await bridge.pickFile('document');
    if (!picked.ok) return showRefusal(picked.error.message);
    if (picked.value === null) return;
    const bytes = new Uint8Array(picked.value.bytes);
    const mediaType = copyMediaType(bytes);
    if (mediaType === undefined)
      return showRefusal(
        `«\u00A0${picked.value.name}\u00A0» n’est ni un PDF ni une image PNG ou JPEG\u00A0: votre client ne pourrait pas l’ouvrir à coup sûr.`,
      );
    const stored = await bridge.documentPut(bytes);
    if (!stored.ok) return showRefusal(stored.error.message);
    await run(attachInvoiceCopy, {
      invoiceId: invoice.id,
      hash: stored.value.hash,
      bytes: bytes.byteLength,
      mediaType,
    });
  };
  return (
    <>
      {documentHash !== undefined && (
        <Menu.Item
          leftSection={<FileText size={16} aria-hidden="true" />}
          onClick={() => void openCopy(documentHash, invoice.number)}
        >
          Ouvrir la copie
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Paperclip size={16} aria-hidden="true" />} onClick={() => void attach()}>
        {documentHash === undefined ? 'Joindre la copie…' : 'Remplacer la copie…'}
      </Menu.Item>
      {documentHash !== undefined && (
        <Menu.Item
          leftSection={<Paperclip size={16} aria-hidden="true" />}
          onClick={() => void run(detachInvoiceCopy, { invoiceId: invoice.id })}
        >
          Retirer la copie
        </Menu.Item>
      )}
    </>
  );
};
