import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { callObjections } from '../../../../shared/reminders/call-objections.ts';
import { callScript, callScriptText, writtenScript } from '../../../../shared/reminders/call-script.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { copyMessage, mailtoLink } from '../../../../shared/reminders/copy-message.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { defaultTemplates } from '../../../../shared/reminders/default-templates.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Proposal } from '../../../../shared/reminders/proposal.ts';
import { lintWording } from '../../../../shared/reminders/wording-lint.ts';
import { aClient, acceptedOn, aLedger, anInvoice, reminderIn, withReminder } from './sample-ledger.ts';

const today = day('2026-11-23');
/** As the standard one, but every step is a call: the templates are still those of its e-mails and letters. */
const byPhone = {
  ...defaultScenario,
  steps: defaultScenario.steps.map((step) => ({ ...step, channel: 'call' as const })),
};

const ledgerOf = (rows: Parameters<typeof aLedger>[0]): Ledger => aLedger({ scenarios: [byPhone], ...rows });

const proposalOf = (ledger: Ledger): Proposal => {
  const [proposal] = planReminders(ledger, today).proposals;
  if (!proposal) throw new Error('no call is due');
  return proposal;
};

const one = ledgerOf({
  invoices: [anInvoice('f-1', { dueOn: day('2026-11-12'), orderReference: 'BC-45' })],
});

describe('the script of a call', () => {
  it('says who calls, whom he asks for, the facts, one open question and what is settled', () => {
    expect(callScript(one, proposalOf(one), 'Claire Dupont')).toEqual({
      greeting:
        'Bonjour, Sandrine Dupré, Atelier Dupré SARL. Puis-je parler à Claire Dupont, s’il vous plaît\u202F?',
      facts: [
        'Facture n°\u00A0F-1 du 1ᵉʳ octobre 2026, commande BC-45, échue le 12 novembre 2026, il y a 11\u00A0jours\u00A0: 1\u202F234,56\u00A0€.',
      ],
      question:
        'Avez-vous bien reçu cette facture, et tout ce qu’il vous faut\u202F? À quelle date pouvons-nous compter sur le règlement de 1\u202F234,56\u00A0€\u202F?',
      nextStep:
        'Je note la date que vous m’indiquez. S’il vous manque un document, je vous le renvoie aujourd’hui. Merci, bonne journée.',
    });
  });

  it('asks for whoever pays where no name is known, and names no debt before he is there', () => {
    const { greeting } = callScript(one, proposalOf(one), ' ');
    expect(greeting).toContain('la personne qui s’occupe du règlement des factures');
    expect(greeting).not.toMatch(/F-1|€/);
  });

  it('tells up to three invoices, and sums up more', () => {
    const many = (count: number): Ledger =>
      ledgerOf({
        invoices: Array.from({ length: count }, (_, index) =>
          anInvoice(`f-${index + 1}`, { dueOn: day('2026-11-12') }),
        ),
      });
    const facts = (count: number) => callScript(many(count), proposalOf(many(count)), '').facts;
    expect(facts(3)).toHaveLength(4);
    expect(facts(3)[3]).toBe('Cela fait 3\u202F703,68\u00A0€ en tout.');
    expect(facts(12)).toHaveLength(2);
    expect(facts(12)[0]).toContain('Il s’agit de 12\u00A0factures. La plus ancienne est la n°\u00A0F-1');
  });

  it('names the last message in writing, and what is contested', () => {
    const email = aLedger({
      invoices: [anInvoice('f-1', { dueOn: day('2026-11-05') })],
      disputes: [
        {
          id: 'd-1',
          clientId: 'c1',
          invoiceId: 'f-1',
          disputedCents: cents(23_456),
          reason: 'price',
          note: '',
          openedOn: day('2026-11-10'),
        },
      ],
    });
    const [first] = planReminders(email, day('2026-11-12')).proposals;
    if (!first) throw new Error('nothing was due');
    const sent = withReminder(email, reminderIn(first, acceptedOn('2026-11-12')));
    const calls: Ledger = { ...sent, scenarios: new Map([[byPhone.id, byPhone]]) };
    const { facts } = callScript(calls, proposalOf(calls), '');
    expect(facts[0]).toBe('Je fais suite à notre message du 12 novembre 2026.');
    expect(facts[1]).toContain('1\u202F000,00\u00A0€ (sans les 234,56\u00A0€ contestés).');
  });

  it('gives way to the words that the user wrote, and to English', () => {
    expect(writtenScript(one, proposalOf(one), today)).toBeUndefined();
    const call = defaultTemplates.find(({ id }) => id === 'template-call');
    if (!call) throw new Error('no template of calls');
    const own = ledgerOf({
      invoices: [...one.invoices.values()],
      templates: [{ ...call, body: 'Allô, {{ client }}\u202F?' }],
    });
    expect(writtenScript(own, proposalOf(own), today)).toBe('Allô, Dupont SARL\u202F?');
    const abroad = ledgerOf({
      clients: [aClient('c1', { language: 'en' })],
      invoices: [...one.invoices.values()],
    });
    expect(writtenScript(abroad, proposalOf(abroad), today)).toMatch(/^Hello, this is Atelier Dupré SARL/);
  });

  it('is a script, and no e-mail, where a step of e-mails is told by telephone', () => {
    const composed = composeMessage(one, proposalOf(one), today);
    expect(composed.ok && composed.value.body).toContain('à l’appareil');
  });
});

describe('the words of a call', () => {
  it('accuse nobody and threaten with nothing', () => {
    const script = callScriptText(callScript(one, proposalOf(one), 'Claire Dupont'));
    const texts = [script, ...callObjections.map(({ said, answer, note }) => `${said}\n${answer}\n${note}`)];
    for (const text of texts) {
      expect(lintWording('', text)).toEqual([]);
      expect(text).not.toMatch(/huissier|tribunal|avocat|poursuite|saisie/i);
      // A plain space before a high mark, an apostrophe of the typewriter, a doubled space.
      expect(text).not.toMatch(/ [:;!?»€]|« |'| {2}/);
    }
  });

  it('answer the usual objections, each with something to do', () => {
    const ids = callObjections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['not-received', 'not-compliant', 'signature', 'cash']));
    for (const { actions } of callObjections) expect(actions.length).toBeGreaterThan(0);
  });
});

describe('the copies that a client asks for', () => {
  const copied = ledgerOf({
    invoices: [
      anInvoice('f-1', {
        dueOn: day('2026-11-12'),
        documentHash: 'a'.repeat(64),
        documentBytes: 20_000,
        documentMediaType: 'application/pdf',
      }),
    ],
  });

  it('leave by e-mail with the call, in words that remind of nothing', () => {
    const copy = copyMessage(copied, proposalOf(copied), today);
    if (!copy.ok) throw new Error(copy.error.message);
    const { proposal, message } = copy.value;
    expect(proposal).toMatchObject({
      id: `${proposalOf(copied).id}/email`,
      channel: 'email',
      companionOf: proposalOf(copied).id,
      attempt: 1,
    });
    expect(message.recipientEmail).toBe('compta@c1.example.fr');
    expect(message.subject).toBe('Facture n°\u00A0F-1\u00A0: la copie que vous avez demandée');
    expect(message.body).toContain('Comme convenu au téléphone, voici notre facture');
    expect(message.body).not.toMatch(/relance|retard|impayé/i);
  });

  it('are left to the user’s own mail program where Acquit does not have them', () => {
    const copy = copyMessage(one, proposalOf(one), today);
    expect(copy).toMatchObject({ ok: false, error: { kind: 'no-copy' } });
    expect(copy.ok ? undefined : copy.error.written?.subject).toContain('F-1');
  });

  it('do not add a message to one that left a few days before', () => {
    const email: Ledger = { ...copied, scenarios: new Map([[defaultScenario.id, defaultScenario]]) };
    const sent = withReminder(email, reminderIn(proposalOf(email), acceptedOn('2026-11-20')));
    expect(copyMessage(sent, proposalOf(copied), today)).toMatchObject({
      ok: false,
      error: { kind: 'too-soon' },
    });
    expect(copyMessage(sent, proposalOf(copied), day('2026-11-27'))).toMatchObject({ ok: true });
  });

  it('need an address', () => {
    const nowhere = ledgerOf({
      clients: [aClient('c1', { contacts: [] })],
      invoices: [...one.invoices.values()],
    });
    const copy = copyMessage(nowhere, proposalOf(nowhere), today);
    expect(copy).toMatchObject({ ok: false, error: { kind: 'no-recipient' } });
    expect(copy.ok ? undefined : copy.error.written).toBeUndefined();
  });

  it('open the mail program with one address, whatever the text holds', () => {
    const link = mailtoLink({
      recipientEmail: 'a@b.fr',
      subject: 'Facture & copie',
      body: 'x?cc=c@d.fr&bcc=e@f.fr',
    });
    expect(link).toBe('mailto:a@b.fr?subject=Facture%20%26%20copie&body=x%3Fcc%3Dc%40d.fr%26bcc%3De%40f.fr');
    const long = mailtoLink({ recipientEmail: 'a@b.fr', subject: 'Copie', body: 'é'.repeat(2000) });
    expect(long).toBe('mailto:a@b.fr?subject=Copie');
  });
});
