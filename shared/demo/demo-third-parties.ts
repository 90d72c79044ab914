import { addDays, type Day } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import type { Client } from '../ledger/client.ts';
import type { Handover } from '../ledger/handover.ts';
import { sumCents } from '../money/cents.ts';
import { demoClientId } from './demo-clients.ts';
import type { DemoInvoice } from './demo-invoices.ts';

const clientKey = 'transports-gallois';

/** The oldest debtor is with a collector since three weeks. */
export const demoHandovers = (invoices: readonly DemoInvoice[], today: Day): readonly Handover[] => {
  const given = invoices.filter((invoice) => invoice.client.key === clientKey && invoice.case !== undefined);
  if (given.length === 0) return [];
  return [
    {
      id: 'handover-1',
      clientId: demoClientId(clientKey),
      invoiceIds: given.map(({ row }) => row.id),
      collector: {
        kind: 'agency',
        name: 'Recouvra Conseil',
        address: { lines: ['18 quai des Bateliers'], postcode: '69005', city: 'Lyon' },
        email: 'dossiers@recouvra-conseil.example.fr',
        phone: '04 72 00 00 18',
      },
      handedOverOn: nextWorkingDay(addDays(today, -21), 'metropole'),
      claimCents: sumCents(given.map(({ row }) => row.totalCents)),
      fee: { kind: 'share', basisPoints: 1200 },
      reference: 'RC-2026-418',
      note: 'Premier bilan promis sous un mois.',
      documents: [],
    },
  ];
};

/** Nothing more is delivered to him meanwhile. */
export const withBlockedServices = (clients: readonly Client[], today: Day): readonly Client[] =>
  clients.map((client) =>
    client.id === demoClientId(clientKey)
      ? {
          ...client,
          blockedServices: {
            deliveries: true,
            afterSales: true,
            since: nextWorkingDay(addDays(today, -21), 'metropole'),
            reason: 'Dernier avis resté sans effet, dossier confié',
          },
        }
      : client,
  );
