import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { type DemoRows, ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { clientTimeline } from '../../../../shared/ledger/timeline.ts';
import { cents } from '../../../../shared/money/cents.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { at, client, invoice, paid } from '../insight/few-rows.ts';

const today = day('2026-11-20');
const first = invoice('F-1', 'a', '2026-10-01', 120_000, { importId: 'i1' });

const reminder = (id: string, rest: Partial<Reminder>): Reminder => ({
  id,
  clientId: 'a',
  scenarioId: 'default',
  stepId: 'step-friendly',
  level: 'friendly',
  channel: 'email',
  lines: [{ invoiceId: 'F-1', stepId: 'step-friendly', remainingCents: cents(120_000) }],
  plannedOn: day('2026-10-08'),
  attempt: 1,
  subject: 'Rappel',
  body: 'Texte exact',
  totalCents: cents(120_000),
  state: { kind: 'accepted', acceptedAt: at('2026-10-08'), serverReply: '250 ok' },
  documents: [{ hash: 'a'.repeat(64), name: 'relance.eml', mediaType: 'message/rfc822' }],
  ...rest,
});

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

const told = (rows: Partial<DemoRows>) =>
  clientTimeline(ledgerOfRows({ clients: [client('a'), client('b')], ...rows }), 'a', today).map(
    (entry) => `${entry.on} ${plain(entry.title)}`,
  );

describe('timeline', () => {
  it('tells of a procedure and of the declaration of the claim', () => {
    const insolvent = client('a', {
      insolvency: {
        kind: 'liquidation',
        judgmentOn: day('2026-09-15'),
        publishedOn: day('2026-09-24'),
        declaredOn: day('2026-10-02'),
      },
    });
    expect(told({ clients: [insolvent] }).slice(0, 2)).toEqual([
      '2026-10-02 Créance déclarée au liquidateur',
      '2026-09-15 Liquidation judiciaire : jugement du 15/09/2026',
    ]);
  });

  it('holds everything of a client and nothing of another, newest first', () => {
    const received = paid(first, '2026-10-20', 50_000);
    const foreign = paid(invoice('F-8', 'b', '2026-10-01', 1), '2026-10-20');
    expect(
      told({
        invoices: [
          first,
          invoice('AV-1', 'a', '2026-11-10', 10_000, { kind: 'credit-note', dueOn: undefined }),
          invoice('F-8', 'b', '2026-10-01', 1),
        ],
        imports: [
          {
            id: 'i1',
            fileName: 'factures.csv',
            fileHash: 'b'.repeat(64),
            importedAt: at('2026-09-07'),
            newInvoices: 12,
            updatedInvoices: 0,
            newClients: 3,
            openCents: cents(900_000),
          },
        ],
        payments: [{ ...received.payment, reversedAt: at('2026-10-27') }, foreign.payment],
        allocations: [received.allocation, foreign.allocation],
        reminders: [
          reminder('r1', {}),
          reminder('r2', {
            level: 'formal-notice',
            channel: 'registered-letter',
            state: {
              kind: 'posted',
              depositedOn: day('2026-11-02'),
              trackingNumber: '1A12345678901',
              recordedAt: at('2026-11-03'),
            },
          }),
        ],
        notes: [
          {
            id: 'n1',
            clientId: 'a',
            kind: 'call',
            occurredAt: at('2026-10-08', '14:00'),
            text: 'x',
            outcome: 'promise',
          },
          { id: 'n2', clientId: 'a', kind: 'service', occurredAt: at('2026-08-01'), text: 'x' },
        ],
        disputes: [
          {
            id: 'd1',
            clientId: 'a',
            invoiceId: 'F-1',
            reason: 'quality',
            disputedCents: cents(20_000),
            note: '',
            openedOn: day('2026-11-05'),
            resolvedOn: day('2026-11-12'),
          },
        ],
        pauses: [
          { id: 'z', clientId: 'a', reason: '', until: day('2026-11-30'), createdAt: at('2026-11-13') },
        ],
        plans: [
          {
            id: 'pl',
            clientId: 'a',
            invoiceIds: ['F-1'],
            agreedOn: day('2026-11-14'),
            instalments: [
              { dueOn: day('2026-12-01'), cents: cents(60_000) },
              { dueOn: day('2027-01-01'), cents: cents(60_000) },
            ],
          },
        ],
      }),
    ).toEqual([
      '2026-11-14 Plan de paiement en 2 échéances, 1 200,00 €',
      '2026-11-13 Relances reportées après le 30/11/2026',
      '2026-11-12 Litige résolu',
      '2026-11-05 Litige ouvert : qualité, 200,00 € contestés',
      '2026-11-02 Mise en demeure par lettre recommandée, 1 200,00 € : postée le 02/11/2026, n° 1A12345678901',
      '2026-10-27 Paiement de 500,00 € annulé',
      '2026-10-20 Paiement de 500,00 € (virement)',
      '2026-10-11 Avoir AV-1 de 100,00 €',
      '2026-10-08 Appel : promesse de paiement',
      '2026-10-08 Relance amicale par e-mail, 1 200,00 € : acceptée par le serveur',
      '2026-09-07 Import de « factures.csv » : 1 pièce, 1 200,00 €',
      '2026-09-01 Facture F-1 de 1 200,00 €, échéance le 01/10/2026',
      '2026-08-01 Intervention ou SAV',
      '2026-01-02 Fiche créée',
    ]);
  });

  it('carries the exact text, the documents and unique keys', () => {
    const entries = clientTimeline(
      ledgerOfRows({ clients: [client('a')], invoices: [first], reminders: [reminder('r1', {})] }),
      'a',
      today,
    );
    const email = entries.find((entry) => entry.event.kind === 'email');
    expect(email?.event).toMatchObject({
      reminder: { body: 'Texte exact', documents: [{ name: 'relance.eml' }] },
    });
    expect(new Set(entries.map((entry) => entry.key)).size).toBe(entries.length);
  });

  it('tells what became of a promise, two working days after it', () => {
    const promises = [
      {
        id: 'p',
        clientId: 'a',
        invoiceIds: ['F-1'],
        promisedOn: day('2026-11-13'),
        recordedAt: at('2026-11-06'),
      },
    ];
    const rows = { clients: [client('a')], invoices: [first], promises };
    const titles = (on: string, more: Partial<DemoRows> = {}) =>
      clientTimeline(ledgerOfRows({ ...rows, ...more }), 'a', day(on)).map(
        (entry) => `${entry.on} ${entry.title}`,
      );
    expect(titles('2026-11-16')[0]).toBe('2026-11-06 Promesse de paiement pour le 13/11/2026');
    expect(titles('2026-11-17')[0]).toBe('2026-11-17 Promesse du 13/11/2026 non tenue');
    const settled = paid(first, '2026-11-17');
    expect(
      titles('2026-11-20', { payments: [settled.payment], allocations: [settled.allocation] }),
    ).toContain('2026-11-17 Promesse du 13/11/2026 tenue');
  });

  it('stands under the French day, whatever the day in UTC', () => {
    const notes = [
      { id: 'n', clientId: 'a', kind: 'note', occurredAt: at('2026-11-10', '23:30'), text: '' } as const,
    ];
    expect(told({ notes })[0]).toBe('2026-11-11 Note');
  });

  it('is empty for an unknown client', () => {
    expect(clientTimeline(ledgerOfRows({}), 'nobody', today)).toEqual([]);
  });
});
