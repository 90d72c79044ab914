import { addDays, type Day } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import { zeroCents } from '../money/cents.ts';
import { demoClientId } from './demo-clients.ts';
import type { DemoInvoice } from './demo-invoices.ts';

const clientKey = 'tilleuls-verts';

/** A case in preparation since last week; nothing stops before it is filed, so its last notice is still due. */
export const demoLegalCases = (invoices: readonly DemoInvoice[], today: Day): readonly LegalCase[] => {
  const late = invoices.filter((invoice) => invoice.client.key === clientKey && invoice.case !== undefined);
  if (late.length === 0) return [];
  return [
    {
      id: 'case-1',
      clientId: demoClientId(clientKey),
      invoiceIds: late.map(({ row }) => row.id),
      openedOn: nextWorkingDay(addDays(today, -7), 'metropole'),
      // A société civile is no merchant; the creditor's own form says what he is.
      facts: { debtorIsMerchant: false, isContested: false, hasWrittenContract: true },
      procedure: 'order-for-payment',
      costsCents: zeroCents,
      note: 'Devis signé retrouvé, à joindre aux pièces.',
      documents: [],
    },
  ];
};
