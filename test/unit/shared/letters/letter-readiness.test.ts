import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { semester } from '../../../../shared/dates/semester.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { CompanySettings } from '../../../../shared/ledger/settings.ts';
import { batchFileName, letterFileName } from '../../../../shared/letters/letter-file-name.ts';
import { letterOfReminder } from '../../../../shared/letters/letter-of-reminder.ts';
import { draftReadiness, letterReadiness } from '../../../../shared/letters/letter-readiness.ts';
import { lettersByState } from '../../../../shared/letters/letters-by-state.ts';
import { postingObjection } from '../../../../shared/letters/posting-objection.ts';
import { trackingLink } from '../../../../shared/letters/tracking-link.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
  withReminder,
} from '../reminders/sample-ledger.ts';
import { company } from './sample-letter.ts';

const today = day('2026-12-02');

/** A client reminded twice by e-mail whose formal notice was approved on 2 December 2026. */
const approvedNotice = (
  changes: { readonly client?: Partial<Client>; readonly company?: Partial<CompanySettings> } = {},
): { readonly ledger: Ledger; readonly notice: Reminder } => {
  let ledger = aLedger({
    clients: [aClient('c1', changes.client)],
    invoices: [anInvoice('f1')],
    settings: [{ ...company, ...changes.company }, defaultReminderSettings],
  });
  for (const on of ['2026-11-09', '2026-11-18']) {
    const [due] = planReminders(ledger, day(on)).proposals;
    if (!due) throw new Error('nothing is due');
    ledger = withReminder(ledger, reminderIn(due, acceptedOn(on)));
  }
  const [due] = planReminders(ledger, today).proposals;
  if (!due) throw new Error('no notice is due');
  const message = composeMessage(ledger, due, today);
  if (!message.ok) throw new Error(message.error.message);
  const notice = reminderIn(due, { kind: 'to-print', approvedAt: noonOf(today) }, message.value);
  return { ledger: withReminder(ledger, notice), notice };
};

describe('the letter of a reminder', () => {
  it('claims what the settings allow, to the day it is written', () => {
    const { ledger, notice } = approvedNotice();
    const letter = letterOfReminder(ledger, notice, today);
    if (!letter.ok) throw new Error(letter.error.message);
    expect(letter.value).toMatchObject({
      kind: 'formal-notice',
      registered: true,
      writtenOn: '2026-12-02',
      deadlineOn: notice.deadlineOn,
      totals: { principalCents: 123_456, indemnityCents: 4_000 },
    });
    expect(letter.value.totals.interestCents).toBeGreaterThan(0);
    const later = letterOfReminder(ledger, notice, day('2026-12-12'));
    expect(later.ok && later.value.totals.interestCents).toBeGreaterThan(letter.value.totals.interestCents);
  });

  it('asks, in a reminder on paper, for the sum that its text names and nothing more', () => {
    const ledger = aLedger({
      clients: [aClient('c1', { contacts: [] })],
      invoices: [anInvoice('f1')],
      settings: [company, defaultReminderSettings],
    });
    const on = day('2026-11-18');
    const [due] = planReminders(ledger, on).proposals;
    if (!due) throw new Error('nothing is due');
    expect(due.channel).toBe('letter');
    const message = composeMessage(ledger, due, on);
    if (!message.ok) throw new Error(message.error.message);
    const letter = letterOfReminder(
      ledger,
      reminderIn(due, { kind: 'to-print', approvedAt: noonOf(on) }, message.value),
      on,
    );
    if (!letter.ok) throw new Error(letter.error.message);
    expect(letter.value).toMatchObject({
      kind: 'reminder',
      showsPenalties: false,
      totals: { principalCents: 123_456, interestCents: 0, indemnityCents: 0, totalCents: 123_456 },
    });
    const text = [...letter.value.paragraphsBefore, ...letter.value.paragraphsAfter].join('\n');
    expect(text).toContain('1\u202f234,56\u00a0€');
    expect(text).not.toContain('message');
    expect(text).not.toContain('ci-dessous');
  });

  it('never claims the flat indemnity of a consumer', () => {
    const { ledger, notice } = approvedNotice({ client: { regime: 'b2c' } });
    const letter = letterOfReminder(ledger, notice, today);
    expect(letter.ok && letter.value.totals).toMatchObject({ indemnityCents: 0, interestCents: 0 });
  });

  it('is refused for a client that is gone', () => {
    const { ledger, notice } = approvedNotice();
    const without = { ...ledger, clients: new Map() };
    expect(letterOfReminder(without, notice, today)).toMatchObject({ error: { kind: 'no-client' } });
  });
});

describe('whether a letter may be printed', () => {
  it('is ready when everything is there', () => {
    const { ledger, notice } = approvedNotice();
    expect(letterReadiness(ledger, notice, today)).toMatchObject({ kind: 'ready', advice: [] });
  });

  it('names what the company lacks, and where it is put right', () => {
    const { ledger, notice } = approvedNotice({ company: { iban: '', signatoryName: '' } });
    const readiness = letterReadiness(ledger, notice, today);
    if (readiness.kind !== 'incomplete') throw new Error(readiness.kind);
    expect(readiness.problems.map(({ repair }) => repair)).toEqual(['company', 'company']);
    expect(readiness.problems.map(({ message }) => message).join(' ')).toMatch(/IBAN.*signataire/u);
  });

  it('sends to the client’s page for an address that is missing', () => {
    const { ledger, notice } = approvedNotice();
    const client = { ...aClient('c1'), address: undefined };
    const readiness = draftReadiness({ ...ledger, clients: new Map([['c1', client]]) }, notice, today);
    expect(readiness).toMatchObject({ kind: 'incomplete', problems: [{ repair: 'client' }] });
  });

  it('is outdated when money came in meanwhile, and tells the amounts', () => {
    const { ledger, notice } = approvedNotice();
    const paid: Ledger = {
      ...ledger,
      payments: new Map([['p', aPayment('p', '2026-12-02', 23_456)]]),
      allocations: new Map([['a', anAllocation('p', 'f1', '2026-12-02', 23_456)]]),
      sequence: ledger.sequence + 1,
    };
    const readiness = letterReadiness(paid, notice, today);
    if (readiness.kind !== 'outdated') throw new Error(readiness.kind);
    expect(readiness.reason).toContain('1\u202F000,00\u00A0€');
  });

  it.each(['b2b', 'public', 'b2c', 'non-professional'] as const)(
    'is ready with the shipped text for the regime %s',
    (regime) => {
      const { ledger, notice } = approvedNotice({
        client: { regime },
        company: { consumerMediator: 'CM2C, 14 rue Saint-Jean, 75017 Paris' },
      });
      expect(letterReadiness(ledger, notice, today)).toMatchObject({ kind: 'ready', advice: [] });
    },
  );

  it('advises to say who the mediator of a consumer is', () => {
    const { ledger, notice } = approvedNotice({ client: { regime: 'b2c' } });
    expect(letterReadiness(ledger, notice, today)).toMatchObject({
      kind: 'ready',
      advice: [{ repair: 'company' }],
    });
  });

  it('has a check list of fifteen points and five conditions, all of them met', () => {
    const { ledger, notice } = approvedNotice();
    const { checkList } = letterReadiness(ledger, notice, today);
    expect(checkList.points.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(checkList.conditions.map(({ id }) => id)).toEqual([
      'client',
      'balance',
      'rates',
      'conduct',
      'printing',
    ]);
    const lines = [...checkList.points, ...checkList.conditions];
    // The origin of the claim is only a hint: no order was recorded.
    expect(
      lines.filter(({ standing }) => standing !== 'met').map(({ id, standing }) => [id, standing]),
    ).toEqual([[5, 'advised']]);
  });

  it('advises a new approval when it lay about and grants too little time, and stops at a past deadline', () => {
    const { ledger, notice } = approvedNotice();
    const aWeekLater = letterReadiness(ledger, notice, day('2026-12-09'));
    if (aWeekLater.kind !== 'ready') throw new Error(aWeekLater.kind);
    expect(aWeekLater.advice[0]?.message).toContain('Texte du 02/12/2026');
    const tooLate = letterReadiness(ledger, notice, day('2026-12-20'));
    expect(tooLate).toMatchObject({ kind: 'incomplete' });
    expect(tooLate.kind === 'incomplete' && tooLate.problems[0]?.message).toContain('date limite');
  });
});

/** Where a refused letter is refused, and what its problems say. */
const refusalOf = (ledger: Ledger, notice: Reminder, on = today) => {
  const readiness = letterReadiness(ledger, notice, on);
  if (readiness.kind === 'ready') throw new Error('the letter would be printed');
  const { points, conditions } = readiness.checkList;
  return {
    kind: readiness.kind,
    at: [...points, ...conditions].filter(({ standing }) => standing === 'refused').map(({ id }) => id),
    repairs: readiness.problems.map(({ repair }) => repair),
    text: readiness.problems.map(({ message }) => message).join('\n'),
    unchecked: [...points, ...conditions]
      .filter(({ standing }) => standing === 'unchecked')
      .map(({ id }) => id),
  };
};

const withClient = (ledger: Ledger, changes: Partial<Client>): Ledger => ({
  ...ledger,
  clients: new Map([['c1', { ...aClient('c1'), ...changes }]]),
  sequence: ledger.sequence + 1,
});

describe('a letter is refused', () => {
  const { ledger, notice } = approvedNotice();

  it('where the rate of a semester is not known, which it names, and checks the rest of the letter all the same', () => {
    const inJanuary = day('2027-01-04');
    const waiting = { ...notice, deadlineOn: day('2027-01-18') };
    const refusal = refusalOf(withReminder(ledger, waiting), waiting, inJanuary);
    expect(refusal).toMatchObject({ kind: 'incomplete', unchecked: [6, 7] });
    expect(refusal.repairs[0]).toBe('legal-rates');
    expect(refusal.text).toContain('1ᵉʳ semestre 2027');
    expect(refusal.at).toContain('rates');
    // The text as approved still names the day of December.
    expect(refusal.at).toContain(9);
  });

  it('no longer once that rate is there, or once the user waived the interest', () => {
    const inJanuary = day('2027-01-04');
    const body = notice.body.replace(/au plus tard le [^.]+\./u, 'au plus tard le 18/01/2027.');
    const waiting = { ...notice, body, deadlineOn: day('2027-01-18') };
    const before = withReminder(ledger, waiting);
    const known: Ledger = {
      ...before,
      settings: new Map([
        ...before.settings,
        [
          'legal-rates',
          {
            id: 'legal-rates',
            semesters: [
              {
                semester: semester('2027-S1'),
                refiBasisPoints: 265,
                legalBusinessBasisPoints: 280,
                source: 'Arrêté',
                checkedOn: '2027-01-04',
              },
            ],
          },
        ],
      ]),
    };
    expect(letterReadiness(known, waiting, inJanuary).kind).toBe('ready');
    const waiver = { claimed: false, reason: '', decidedAt: noonOf('2027-01-04') };
    const waived = withClient(before, { chargeDecisions: { penalties: waiver, indemnity: waiver } });
    expect(letterReadiness(waived, waiting, inJanuary).kind).toBe('ready');
  });

  it('where money came in since, with both amounts', () => {
    const paid: Ledger = {
      ...ledger,
      payments: new Map([['p', aPayment('p', '2026-12-02', 23_456)]]),
      allocations: new Map([['a', anAllocation('p', 'f1', '2026-12-02', 23_456)]]),
    };
    const refusal = refusalOf(paid, notice);
    expect(refusal).toMatchObject({ kind: 'outdated', at: ['balance'], repairs: ['none'] });
    expect(refusal.text).toMatch(/1\s234,56.*à 1\s000,00.*approuvez-le de nouveau/u);
  });

  it.each<[string, Partial<Client>, RegExp]>([
    [
      'excluded',
      { excludedReason: 'Litige commercial' },
      /exclu.*Litige commercial\. Retirez.*levez l’exclusion/u,
    ],
    ['paid by direct debit', { directDebit: true }, /prélèvement.*fiche du client/u],
    [
      'in insolvency',
      { insolvency: { kind: 'liquidation', judgmentOn: day('2026-12-01') } },
      /Liquidation judiciaire.*déclarez la créance/u,
    ],
  ])('to a client %s', (_what, changes, message) => {
    const refusal = refusalOf(withClient(ledger, changes), notice);
    expect(refusal).toMatchObject({ kind: 'outdated', at: ['client'], repairs: ['client'] });
    expect(refusal.text).toMatch(message);
    expect(refusal.text).not.toContain('Facture');
  });

  it.each<[string, Partial<Ledger>, RegExp]>([
    [
      'contested',
      {
        disputes: new Map([
          [
            'd',
            {
              id: 'd',
              clientId: 'c1',
              invoiceId: 'f1',
              reason: 'quality',
              note: '',
              openedOn: day('2026-12-02'),
            },
          ],
        ]),
      },
      /contestée.*clôturez le litige/u,
    ],
    [
      'promised',
      {
        promises: new Map([
          [
            'p',
            {
              id: 'p',
              clientId: 'c1',
              invoiceIds: ['f1'],
              promisedOn: day('2026-12-10'),
              recordedAt: noonOf('2026-12-02'),
            },
          ],
        ]),
      },
      /promis pour le 10 décembre 2026.*promesse n’est pas tenue/u,
    ],
    [
      'paid in instalments',
      {
        plans: new Map([
          [
            'e',
            {
              id: 'e',
              clientId: 'c1',
              invoiceIds: ['f1'],
              agreedOn: day('2026-12-02'),
              instalments: [{ dueOn: day('2026-12-31'), cents: cents(123_456) }],
            },
          ],
        ]),
      },
      /Échéancier.*n’est plus respecté/u,
    ],
    [
      'put off',
      {
        pauses: new Map([
          [
            'r',
            {
              id: 'r',
              clientId: 'c1',
              until: day('2026-12-20'),
              reason: 'Congés',
              createdAt: noonOf('2026-12-02'),
            },
          ],
        ]),
      },
      /reportées au 20 décembre 2026.*mettez fin à la pause/u,
    ],
    [
      'covered by money that nobody allocated',
      { payments: new Map([['p', aPayment('p', '2026-12-02', 200_000)]]) },
      /F1.*affecter.*affectez cette somme/u,
    ],
  ])('where the invoice is %s', (_what, changes, message) => {
    const refusal = refusalOf({ ...ledger, ...changes, sequence: ledger.sequence + 1 }, notice);
    expect(refusal).toMatchObject({ kind: 'outdated', at: ['client'], repairs: ['client'] });
    expect(refusal.text).toMatch(message);
  });

  it('where the invoice was settled or cancelled', () => {
    const settled: Ledger = {
      ...ledger,
      payments: new Map([['p', aPayment('p', '2026-12-02', 123_456)]]),
      allocations: new Map([['a', anAllocation('p', 'f1', '2026-12-02', 123_456)]]),
    };
    expect(refusalOf(settled, notice)).toMatchObject({ kind: 'outdated', repairs: ['none'] });
    const cancelled: Ledger = {
      ...ledger,
      invoices: new Map([['f1', anInvoice('f1', { cancelledAt: noonOf('2026-12-02') })]]),
    };
    expect(refusalOf(cancelled, notice)).toMatchObject({ kind: 'outdated', repairs: ['none'] });
  });

  it('where the address is gone, and can then not be checked', () => {
    const refusal = refusalOf(withClient(ledger, { address: undefined }), notice);
    expect(refusal).toMatchObject({ kind: 'incomplete', repairs: ['client'] });
    expect(refusal.at).toEqual([2]);
    expect(refusal.unchecked).toContain(15);
  });

  it('after its last day to pay', () => {
    const refusal = refusalOf(ledger, notice, day('2026-12-20'));
    expect(refusal).toMatchObject({ kind: 'incomplete', at: [9] });
    expect(refusal.text).toContain('est passée');
  });

  it('to a consumer whose notice speaks of the 40 €', () => {
    const consumer = approvedNotice({ client: { regime: 'b2c' } });
    const worded = {
      ...consumer.notice,
      body: `${consumer.notice.body}\n\nS’y ajoute une indemnité de 40 €.`,
    };
    const refusal = refusalOf(withReminder(consumer.ledger, worded), worded);
    expect(refusal).toMatchObject({ kind: 'incomplete', at: [6], repairs: ['templates'] });
    expect(refusal.text).toContain('Ni indemnité de 40\u00A0€');
  });

  it('where it is no letter of this ledger any more', () => {
    const withdrawn = {
      ...notice,
      state: { kind: 'withdrawn', withdrawnAt: noonOf('2026-12-02'), reason: '' },
    } as const;
    expect(refusalOf(withReminder(ledger, withdrawn), notice)).toMatchObject({ kind: 'outdated' });
  });

  it('with every reason at once, the ledger’s before those of the letter', () => {
    const poor = approvedNotice({ company: { iban: '' } });
    const refusal = refusalOf(withClient(poor.ledger, { excludedReason: 'Ami' }), poor.notice);
    expect(refusal).toMatchObject({ kind: 'outdated', at: [10, 'client'], repairs: ['client', 'company'] });
  });
});

describe('several invoices blocked for one reason', () => {
  it('are named in one sentence', () => {
    const { ledger, notice } = approvedNotice();
    const second = anInvoice('f2');
    const [line] = notice.lines;
    if (!line) throw new Error('a notice without lines');
    const both = { ...notice, lines: [line, { ...line, invoiceId: 'f2' }] };
    const refusal = refusalOf(
      {
        ...withReminder(ledger, both),
        invoices: new Map([...ledger.invoices, ['f2', second]]),
        pauses: new Map([
          [
            'r',
            {
              id: 'r',
              clientId: 'c1',
              until: day('2026-12-20'),
              reason: '',
              createdAt: noonOf('2026-12-02'),
            },
          ],
        ]),
      },
      both,
    );
    expect(refusal.text).toMatch(/^Factures F1, F2\u00A0: Relances reportées/u);
    expect(refusal.repairs).toHaveLength(1);
  });
});

describe('a letter on paper', () => {
  const { ledger, notice } = approvedNotice();
  const printed: Reminder = { ...notice, state: { kind: 'printed', printedAt: noonOf('2026-12-02') } };
  const onPaper = withReminder(ledger, printed);

  it('may go to the post while nothing changed, its last day or not', () => {
    expect(postingObjection(onPaper, { table: 'reminders', row: printed }, today)).toBeUndefined();
    expect(
      postingObjection(onPaper, { table: 'reminders', row: printed }, day('2026-12-20')),
    ).toBeUndefined();
  });

  it('may not once the client is blocked or the amount is another', () => {
    expect(
      postingObjection(
        withClient(onPaper, { excludedReason: 'Ami' }),
        { table: 'reminders', row: printed },
        today,
      ),
    ).toContain('Ami');
    const paid: Ledger = {
      ...onPaper,
      payments: new Map([['p', aPayment('p', '2026-12-02', 23_456)]]),
      allocations: new Map([['a', anAllocation('p', 'f1', '2026-12-02', 23_456)]]),
    };
    expect(postingObjection(paid, { table: 'reminders', row: printed }, today)).toContain('est passé de');
  });
});

describe('the letters by state', () => {
  it('come in the order in which they are dealt with, e-mails apart', () => {
    const { ledger, notice } = approvedNotice();
    const other = (id: string, state: Reminder['state']): Reminder => ({ ...notice, id, state });
    const all = [
      other('late', { kind: 'to-print', approvedAt: noonOf('2026-12-05') }),
      other('p1', { kind: 'printed', printedAt: noonOf('2026-12-01') }),
      other('old', {
        kind: 'posted',
        depositedOn: day('2026-10-01'),
        trackingNumber: '1A1',
        recordedAt: noonOf('2026-10-01'),
      }),
      other('new', {
        kind: 'posted',
        depositedOn: day('2026-11-01'),
        trackingNumber: '1A2',
        recordedAt: noonOf('2026-11-01'),
      }),
    ].reduce(withReminder, ledger);
    const { toPrint, printed, posted } = lettersByState(all);
    expect(toPrint.map(({ row: { id } }) => id)).toEqual([notice.id, 'late']);
    expect(printed.map(({ row }) => row.id)).toEqual(['p1']);
    expect(posted.map(({ row }) => row.id)).toEqual(['new', 'old']);
  });
});

describe('names and links', () => {
  it('of files hold nothing that a file system refuses, and stay short', () => {
    expect(letterFileName(today, 'Mise en demeure', 'A/B: «\u202Ec» ..\\..')).toBe(
      '2026-12-02 Mise en demeure – A B « c» .. ...pdf',
    );
    expect(letterFileName(today, 'Relance ferme', 'é'.repeat(300)).length).toBeLessThanOrEqual(200);
    expect(batchFileName(today, 3)).toBe('2026-12-02 Courriers (3).pdf');
  });

  it('to the post carry the number alone', () => {
    expect(trackingLink('1a 123 456 7890 1')).toBe(
      'https://www.laposte.fr/outils/suivre-vos-envois?code=1A12345678901',
    );
  });
});
