import { expect, test } from 'vitest';
import { attachInvoiceCopy, detachInvoiceCopy } from '../../../../../renderer/db/commands/invoice-copy.ts';
import { aClient, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const ledger = aLedger({ clients: [aClient('c1')], invoices: [anInvoice('f1', { number: 'F-001' })] });
const copy = { invoiceId: 'f1', hash: 'a'.repeat(64), bytes: 1200, mediaType: 'application/pdf' } as const;

test('a copy is kept with its size and type, replaced, and taken away without a trace', () => {
  const attached = decided(attachInvoiceCopy, ledger, copy);
  expect(attached).toMatchObject({ label: 'Copie jointe à la facture F-001', undo: 'allowed' });
  const after = applied(ledger, attached);
  expect(after.invoices.get('f1')).toMatchObject({
    documentHash: copy.hash,
    documentBytes: 1200,
    documentMediaType: 'application/pdf',
  });
  const replaced = applied(after, decided(attachInvoiceCopy, after, { ...copy, hash: 'b'.repeat(64) }));
  expect(replaced.invoices.get('f1')?.documentHash).toBe('b'.repeat(64));
  const detached = decided(detachInvoiceCopy, replaced, { invoiceId: 'f1' });
  expect(detached.label).toBe('Copie de la facture F-001 retirée');
  expect(applied(replaced, detached).invoices.get('f1')).toEqual(ledger.invoices.get('f1'));
});

test('what makes no sense is refused in French', () => {
  expect(refused(attachInvoiceCopy, ledger, { ...copy, invoiceId: 'gone' }).kind).toBe('no-invoice');
  expect(refused(detachInvoiceCopy, ledger, { invoiceId: 'gone' }).kind).toBe('no-invoice');
  expect(refused(detachInvoiceCopy, ledger, { invoiceId: 'f1' }).message).toBe(
    'Cette facture n’a pas de copie jointe.',
  );
  const after = applied(ledger, decided(attachInvoiceCopy, ledger, copy));
  expect(refused(attachInvoiceCopy, after, copy).message).toBe('Cette copie est déjà jointe à la facture.');
});
