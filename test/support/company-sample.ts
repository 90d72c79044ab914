import { day } from '../../shared/dates/day.ts';
import { put } from '../../shared/ledger/decision.ts';
import { writeRows } from '../unit/renderer/db/ledger-rig.ts';
import { aClient, aLedger, anInvoice } from '../unit/shared/reminders/sample-ledger.ts';
import { openCompany } from './company.ts';

export const sampleClientId = (index: number): string => `c${String(index).padStart(3, '0')}`;
export const sampleAddress = (index: number): string => `compta@${sampleClientId(index)}.example.fr`;

/** Nothing leaves while a company is only prepared. */
const noTransport = {
  prepare: async () => ({ kind: 'drop', reason: 'never' }) as const,
  rest: () => undefined,
};

/** Makes a company in the folder, with so many clients who each have one invoice that is late. */
export const prepareCompany = async (folder: string, clients: number): Promise<void> => {
  const company = await openCompany({ folder, transport: noTransport });
  const numbers = Array.from({ length: clients }, (_, index) => index);
  const rows = aLedger({
    clients: numbers.map((index) => aClient(sampleClientId(index), { name: `Société n° ${index} & Frères` })),
    invoices: numbers.map((index) =>
      anInvoice(`f${index}`, { clientId: sampleClientId(index), dueOn: day('2026-11-10') }),
    ),
  });
  const written = await company.ledger.commands.run(writeRows, {
    label: 'Données',
    writes: [
      ...[...rows.clients.values()].map((row) => put('clients', row)),
      ...[...rows.invoices.values()].map((row) => put('invoices', row)),
      ...[...rows.settings.values()].map((row) => put('settings', row)),
    ],
  });
  if (!written.ok) throw new Error(written.error.message);
  await company.stop();
};
