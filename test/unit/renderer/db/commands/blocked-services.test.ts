import { expect, it } from 'vitest';
import { blockServices, restoreServices } from '../../../../../renderer/db/commands/blocked-services.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { openServiceBlock } from '../../../../../shared/ledger/blocked-services.ts';
import { clientFlags } from '../../../../../shared/ledger/client-flags.ts';
import { serviceBlockAdvice } from '../../../../../shared/ledger/service-block-advice.ts';
import { serviceBlockMemo } from '../../../../../shared/ledger/service-block-memo.ts';
import { clientTimeline } from '../../../../../shared/ledger/timeline.ts';
import { aClient, aCompany, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const today = day('2026-11-23');
const wish = {
  clientId: 'c1',
  deliveries: true,
  afterSales: false,
  since: day('2026-11-20'),
  reason: 'Impayés',
};

it('blocks, shows it, and restores with a trace in the history', () => {
  const ledger = aLedger();
  const blocked = applied(ledger, decided(blockServices, ledger, wish));
  expect(clientFlags(blocked, today).get('c1')).toMatchObject([{ kind: 'services-blocked' }]);
  const restored = applied(blocked, decided(restoreServices, blocked, { clientId: 'c1' }));
  expect(clientFlags(restored, today).get('c1')).toBeUndefined();
  const client = restored.clients.get('c1');
  expect(client && openServiceBlock(client, today)).toBeUndefined();
  expect(clientTimeline(restored, 'c1', today).map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Livraisons bloquées', 'Livraisons et SAV repris']),
  );
  expect(refused(restoreServices, restored, { clientId: 'c1' }).kind).toBe('no-block');
});

it.each([
  ['nothing', { deliveries: false }],
  ['future', { since: day('2026-11-24') }],
  ['no-reason', { reason: ' ' }],
])('refuses: %s', (kind, changes) => {
  expect(refused(blockServices, aLedger(), { ...wish, ...changes }).kind).toBe(kind);
});

it('is proposed where a procedure is open on earlier claims, and not again once it was lifted', () => {
  const insolvent = aLedger({
    clients: [aClient('c1', { insolvency: { kind: 'liquidation', judgmentOn: day('2026-11-20') } })],
    invoices: [anInvoice('f1')],
  });
  expect(serviceBlockAdvice(insolvent, 'c1', today)).toBe('Procédure collective, jugement du 20/11/2026');
  expect(serviceBlockAdvice(aLedger({ invoices: [anInvoice('f1')] }), 'c1', today)).toBeUndefined();
  const blocked = applied(insolvent, decided(blockServices, insolvent, wish));
  expect(serviceBlockAdvice(blocked, 'c1', today)).toBeUndefined();
  const lifted = applied(blocked, decided(restoreServices, blocked, { clientId: 'c1' }));
  expect(serviceBlockAdvice(lifted, 'c1', today)).toBeUndefined();
});

it('tells colleagues no more than they need', () => {
  const client = aClient('c1');
  if (aCompany.id !== 'company') throw new Error('no company');
  const memo = serviceBlockMemo(
    client,
    { deliveries: true, afterSales: true, since: today, reason: 'Impayés' },
    aCompany,
  );
  const text = [memo.title, ...memo.paragraphs].join('\n');
  expect(text).toContain('Dupont SARL');
  expect(text).not.toContain('rue des Lilas');
  expect(text).not.toContain('Claire');
  expect(text).not.toContain('@c1');
});
