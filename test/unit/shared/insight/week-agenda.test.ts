import { describe, expect, it } from 'vitest';
import { declarationAlert } from '../../../../shared/claims/claims-to-declare.ts';
import { type Day, day } from '../../../../shared/dates/day.ts';
import { concernSentence, isPressingConcern } from '../../../../shared/insight/agenda-concern.ts';
import { firstOpenStep, type WeekAgenda, weekAgenda } from '../../../../shared/insight/week-agenda.ts';
import type { Insolvency } from '../../../../shared/ledger/client.ts';
import type { HistoryNote } from '../../../../shared/ledger/history.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
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

const today = day('2026-11-23');

const agendaOf = (ledger: Ledger, on: Day = today): WeekAgenda =>
  weekAgenda(ledger, on, planReminders(ledger, on));

const proposalOf = (ledger: Ledger, on: Day = today) => {
  const [proposal] = planReminders(ledger, on).proposals;
  if (!proposal) throw new Error('no proposal');
  return proposal;
};

const kinds = (agenda: WeekAgenda): readonly string[] => agenda.concerns.map(({ kind }) => kind);
const sentences = (agenda: WeekAgenda): readonly string[] => agenda.concerns.map(concernSentence);

const nothingLate = aLedger({ invoices: [anInvoice('f-1', { dueOn: day('2026-12-31') })] });

describe('an invoice that the platform stopped', () => {
  const stopped = (code: string, more: Parameters<typeof anInvoice>[1] = {}) =>
    agendaOf(
      aLedger({ invoices: [anInvoice('f-1', { lifeCycle: { code, on: day('2026-11-20') }, ...more })] }),
    );

  it('is for the user to see to, and held back until then', () => {
    const agenda = stopped('213');
    expect(kinds(agenda)).toEqual(['not-delivered']);
    expect(sentences(agenda)).toEqual([
      'Facture F-1\u00A0: rejetée le 20 novembre 2026\u00A0: le client ne l’a pas reçue. Corrigez-la et réémettez-la.',
    ]);
    expect(agenda.concerns.map(isPressingConcern)).toEqual([true]);
    expect(kinds(stopped('208'))).toEqual(['documents-asked']);
  });

  it('is nothing any more once it goes on, is paid or is cancelled', () => {
    expect(kinds(stopped('200'))).toEqual([]);
    expect(kinds(stopped('213', { cancelledAt: noonOf('2026-11-21') }))).toEqual([]);
    const paid = aLedger({
      invoices: [anInvoice('f-1', { lifeCycle: { code: '213', on: day('2026-11-20') } })],
      payments: [aPayment('p', '2026-11-05', 123_456)],
      allocations: [anAllocation('p', 'f-1', '2026-11-05', 123_456)],
    });
    expect(kinds(agendaOf(paid))).toEqual([]);
  });
});

describe('the steps of the week', () => {
  it('ask for the bank only, when nothing is late', () => {
    const agenda = agendaOf(nothingLate);
    expect(agenda.openSteps).toBe(1);
    expect(firstOpenStep(agenda)).toBe('bank');
  });

  it('are done once the bank was looked at today', () => {
    const checked = {
      ...nothingLate,
      settings: new Map([
        ...nothingLate.settings,
        ['bank-check', { id: 'bank-check', checkedAt: noonOf(today) }] as const,
      ]),
    };
    expect(agendaOf(checked).openSteps).toBe(0);
    expect(firstOpenStep(agendaOf(checked))).toBeUndefined();
    expect(firstOpenStep(agendaOf(checked, day('2026-11-24')))).toBe('bank');
  });

  it('count e-mails, letters and their sum apart from calls', () => {
    const callFirst = {
      ...defaultScenario,
      id: 'calls',
      steps: defaultScenario.steps.slice(0, 1).map((step) => ({ ...step, channel: 'call' as const })),
    };
    const ledger = aLedger({
      clients: [
        aClient('c1'),
        aClient('c2', { name: 'Martin', contacts: [] }),
        aClient('c3', {
          name: 'Petit',
          scenarioId: 'calls',
          contacts: [
            { id: 'k1', name: 'Sans numéro', role: 'reminders', email: 'a@petit.example.fr' },
            { id: 'k2', name: 'Léa Petit', role: 'decision-maker', phone: '04 78 11 22 33' },
          ],
        }),
      ],
      invoices: [
        anInvoice('f-1', { dueOn: day('2026-11-12') }),
        anInvoice('f-2', { dueOn: day('2026-11-12'), clientId: 'c2', totalCents: cents(50_000) }),
        anInvoice('f-3', { dueOn: day('2026-11-12'), clientId: 'c3' }),
      ],
      scenarios: [defaultScenario, callFirst],
    });
    const agenda = agendaOf(ledger);
    expect(agenda.reminders).toEqual({ emails: 1, letters: 1, cents: 173_456 });
    expect(agenda.calls).toHaveLength(1);
    expect(agenda.calls[0]?.clientName).toBe('Petit');
    expect(agenda.calls[0]?.contact?.phone).toBe('04 78 11 22 33');
    expect(agenda.calls[0]?.triedOn).toBeUndefined();
    const tried: HistoryNote = {
      id: 'n-1',
      clientId: 'c3',
      kind: 'call',
      occurredAt: noonOf('2026-11-20'),
      text: '',
      outcome: 'unreachable',
    };
    expect(agendaOf({ ...ledger, notes: new Map([[tried.id, tried]]) }).calls[0]?.triedOn).toBe('2026-11-20');
    const before = { ...tried, occurredAt: noonOf('2026-11-02') };
    expect(agendaOf({ ...ledger, notes: new Map([[tried.id, before]]) }).calls[0]?.triedOn).toBeUndefined();
    // An appointment stands among the calls, and not a second time among the follow-ups.
    const asked = { ...tried, outcome: 'call-back' as const, followUpOn: today };
    const called = agendaOf({ ...ledger, notes: new Map([[asked.id, asked]]) });
    expect(called.calls[0]?.appointment).toEqual({ on: today });
    expect(kinds(called)).toEqual(['data-gap']);
    const later = { ...asked, followUpOn: day('2026-11-26') };
    expect(agendaOf({ ...ledger, notes: new Map([[later.id, later]]) }).calls).toEqual([]);
    expect(kinds(agenda)).toEqual(['data-gap']);
    expect(sentences(agenda)).toEqual(['Pas d’adresse e-mail.']);
  });

  it('count letters to print and to post', () => {
    const ledger = aLedger({ invoices: [anInvoice('f-1', { dueOn: day('2026-11-12') })] });
    // Only what is on paper goes to the printer: the step of this client would be an e-mail.
    const proposal = { ...proposalOf(ledger), channel: 'letter' as const };
    const toPrint = withReminder(
      ledger,
      reminderIn(proposal, { kind: 'to-print', approvedAt: noonOf(today) }),
    );
    expect(agendaOf(toPrint).letters).toEqual({ toPrint: 1, toPost: 0 });
    const printed = withReminder(ledger, reminderIn(proposal, { kind: 'printed', printedAt: noonOf(today) }));
    expect(agendaOf(printed).letters).toEqual({ toPrint: 0, toPost: 1 });
  });
});

describe('what needs the user’s eye', () => {
  const late = aLedger({ invoices: [anInvoice('f-1', { dueOn: day('2026-11-12') })] });

  it('is a message that may have left, until he says so', () => {
    const state = { kind: 'unknown', since: noonOf(today), explanation: 'Coupure.' } as const;
    const agenda = agendaOf(withReminder(late, reminderIn(proposalOf(late), state)));
    expect(kinds(agenda)).toEqual(['unknown-message']);
    expect(sentences(agenda)).toEqual(['Coupure.']);
  });

  it('is a refused message, as long as something is owed', () => {
    const state = {
      kind: 'rejected',
      rejectedAt: noonOf(today),
      explanation: 'Adresse inconnue.',
      permanent: true,
    } as const;
    const refused = withReminder(late, reminderIn(proposalOf(late), state));
    expect(kinds(agendaOf(refused))).toEqual(['rejected-message']);
    const payment = aPayment('p-1', '2026-11-23', 123_456);
    const settled: Ledger = {
      ...refused,
      payments: new Map([[payment.id, payment]]),
      allocations: new Map([['a', { ...anAllocation('p-1', 'f-1', '2026-11-23', 123_456), id: 'a' }]]),
    };
    expect(kinds(agendaOf(settled))).toEqual([]);
  });

  it('is not a message that was accepted', () => {
    const sent = withReminder(late, reminderIn(proposalOf(late), acceptedOn('2026-11-20')));
    expect(kinds(agendaOf(sent))).toEqual([]);
  });

  it('is a promise whose day and two working days are over, with what is still owed', () => {
    const promise = {
      id: 'pr-1',
      clientId: 'c1',
      invoiceIds: ['f-1'],
      promisedOn: day('2026-11-18'),
      recordedAt: noonOf('2026-11-10'),
    };
    const ledger = aLedger({ invoices: [...late.invoices.values()], promises: [promise] });
    expect(kinds(agendaOf(ledger, day('2026-11-19')))).toEqual([]);
    const agenda = agendaOf(ledger);
    expect(kinds(agenda)).toEqual(['broken-promise']);
    expect(sentences(agenda)).toEqual([
      '1\u202F234,56\u00A0€ promis pour le 18/11/2026, toujours pas reçus.',
    ]);
  });

  it('is an instalment missed for more than three working days, with what is missing of it', () => {
    const plan = {
      id: 'plan-1',
      clientId: 'c1',
      invoiceIds: ['f-1'],
      agreedOn: day('2026-10-20'),
      instalments: [
        { dueOn: day('2026-11-16'), cents: cents(60_000) },
        { dueOn: day('2026-12-16'), cents: cents(63_456) },
      ],
    };
    const ledger = aLedger({
      invoices: [...late.invoices.values()],
      plans: [plan],
      payments: [aPayment('p-1', '2026-11-16', 20_000)],
      allocations: [anAllocation('p-1', 'f-1', '2026-11-16', 20_000)],
    });
    expect(kinds(agendaOf(ledger, day('2026-11-19')))).toEqual([]);
    expect(sentences(agendaOf(ledger))).toEqual(['Échéance du 16/11/2026\u00A0: il manque 400,00\u00A0€.']);
  });

  it('is a follow-up that is due and that nothing newer has answered', () => {
    const note: HistoryNote = {
      id: 'n-1',
      clientId: 'c1',
      kind: 'call',
      occurredAt: noonOf('2026-11-16'),
      text: 'Rappeler lundi',
      followUpOn: today,
    };
    const noted = { ...nothingLate, notes: new Map([[note.id, note]]) };
    expect(kinds(agendaOf(noted, day('2026-11-22')))).toEqual([]);
    expect(sentences(agendaOf(noted))).toEqual(['Prévu le 23/11/2026\u00A0: Rappeler lundi']);
    const newer: HistoryNote = {
      id: 'n-2',
      clientId: 'c1',
      kind: 'note',
      occurredAt: noonOf(today),
      text: 'Fait',
    };
    const answered = { ...noted, notes: new Map([...noted.notes, [newer.id, newer]]) };
    expect(kinds(agendaOf(answered))).toEqual([]);
  });

  describe('a claim to declare', () => {
    const insolvency = {
      kind: 'reorganisation',
      judgmentOn: day('2026-10-01'),
      publishedOn: day('2026-10-11'),
    } as const;
    const invoices = [
      anInvoice('f-1', { issuedOn: day('2026-09-30'), dueOn: day('2026-11-12') }),
      anInvoice('f-2', { issuedOn: day('2026-10-02'), dueOn: day('2026-11-01') }),
    ];
    const ledgerWith = (changes: Partial<Insolvency>) =>
      aLedger({ clients: [aClient('c1', { insolvency: { ...insolvency, ...changes } })], invoices });
    const declarations = (ledger: Ledger, on: Day) =>
      agendaOf(ledger, on).concerns.filter(({ kind }) => kind === 'declare-claim');
    const said = (on: string, changes: Partial<Insolvency> = {}) =>
      declarations(ledgerWith(changes), day(on)).map(concernSentence);
    const isRed = (on: string) => declarations(ledgerWith({}), day(on)).some(isPressingConcern);

    it('counts what was born before the judgment only', () => {
      expect(declarations(ledgerWith({}), day('2026-11-02'))).toMatchObject([{ cents: 123_456 }]);
      const later = aLedger({ clients: [aClient('c1', { insolvency })], invoices: invoices.slice(1) });
      expect(declarations(later, today)).toEqual([]);
    });

    it('counts what was paid since, which may have to be given back', () => {
      const paidSince = aLedger({
        clients: [aClient('c1', { insolvency })],
        invoices: invoices.slice(0, 1),
        payments: [aPayment('p1', '2026-09-30', 23_456), aPayment('p2', '2026-10-01', 100_000)],
        allocations: [
          anAllocation('p1', 'f-1', '2026-09-30', 23_456),
          anAllocation('p2', 'f-1', '2026-10-01', 100_000),
        ],
      });
      expect(declarations(paidSince, day('2026-11-02'))).toMatchObject([{ cents: 100_000 }]);
    });

    it('changes its words at 30, 15, 7 and 2 days, and turns red from 15 on', () => {
      expect(said('2026-11-10')).toEqual([
        '1\u202F234,56\u00A0€ de factures à déclarer au mandataire judiciaire au plus tard le 11/12/2026, dans 31\u00A0jours.',
      ]);
      expect(said('2026-11-11')).toEqual([
        'Plus que 30\u00A0jours pour déclarer 1\u202F234,56\u00A0€ de factures au mandataire judiciaire, au plus tard le 11/12/2026.',
      ]);
      expect(isRed('2026-11-25')).toBe(false);
      expect(isRed('2026-11-26')).toBe(true);
      expect(said('2026-12-04')).toEqual([
        'Plus que 7\u00A0jours pour déclarer 1\u202F234,56\u00A0€ de factures au mandataire judiciaire, au plus tard le 11/12/2026. La date d’envoi compte\u00A0: gardez-en la preuve.',
      ]);
      expect(said('2026-12-11')[0]).toMatch(/^Dernier jour pour déclarer/u);
    });

    it('names both days where the last one is moved, and the liquidator where there is one', () => {
      expect(said('2026-11-10', { publishedOn: day('2026-10-12'), kind: 'liquidation' })).toEqual([
        '1\u202F234,56\u00A0€ de factures à déclarer au liquidateur au plus tard le 12/12/2026 (jour non ouvré, le délai court en droit jusqu’au 14/12/2026), dans 32\u00A0jours.',
      ]);
    });

    it('turns into the relief that may still be asked for, for six months', () => {
      expect(said('2026-12-12')).toEqual([
        'Délai de déclaration terminé le 11/12/2026\u00A0: relevé de forclusion possible jusqu’au 11/04/2027 (six mois, C.\u00A0com. L622-26), par requête au juge-commissaire.',
      ]);
      expect(isRed('2026-12-12')).toBe(true);
      expect(said('2027-04-12').length).toBe(1);
      expect(said('2027-04-13')).toEqual([]);
    });

    it('asks for the publication where it is missing, and ends with the declaration', () => {
      expect(said('2026-11-10', { publishedOn: undefined })).toEqual([
        'Indiquez la date de publication au BODACC\u00A0: le délai de deux mois pour déclarer 1\u202F234,56\u00A0€ de factures au mandataire judiciaire court de ce jour.',
      ]);
      expect(said('2026-11-10', { declaredOn: day('2026-11-09') })).toEqual([]);
    });

    it('is named in the morning on the days of the alarms', () => {
      expect(declarationAlert(ledgerWith({}), day('2026-11-09'))).toBeUndefined();
      // Thirty days before is 11 November, a holiday: the day before it.
      expect(declarationAlert(ledgerWith({}), day('2026-11-10'))).toContain('31\u00A0jours');
      expect(declarationAlert(ledgerWith({}), day('2026-12-04'))).toBe(
        'Créance sur Dupont SARL à déclarer\u00A0: plus que 7\u00A0jours',
      );
      const two = aLedger({
        clients: [aClient('c1', { insolvency }), aClient('c2', { insolvency })],
        invoices: [...invoices, anInvoice('f-3', { clientId: 'c2', issuedOn: day('2026-09-30') })],
      });
      expect(declarationAlert(two, day('2026-12-09'))).toBe(
        '2\u00A0créances à déclarer\u00A0: plus que 2\u00A0jours pour la première',
      );
    });
  });

  it('is gathered by client where data is missing, and comes after what is pressing', () => {
    const { dueOn: _none, ...undated } = anInvoice('f-2', { clientId: 'c2' });
    const ledger = aLedger({
      clients: [aClient('c1'), aClient('c2', { name: 'Martin', contacts: [] })],
      invoices: [
        anInvoice('f-1', { dueOn: day('2026-11-12') }),
        undated,
        { ...undated, id: 'f-3', number: 'F-3' },
      ],
      promises: [
        {
          id: 'pr-1',
          clientId: 'c1',
          invoiceIds: ['f-1'],
          promisedOn: day('2026-11-18'),
          recordedAt: noonOf('2026-11-10'),
        },
      ],
    });
    const agenda = agendaOf(ledger);
    expect(kinds(agenda)).toEqual(['broken-promise', 'data-gap']);
    expect(sentences(agenda)[1]).toBe('2 factures sans échéance, pas d’adresse e-mail.');
  });
});
