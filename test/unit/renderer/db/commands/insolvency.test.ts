import { describe, expect, it } from 'vitest';
import {
  endInsolvency,
  type InsolvencyWish,
  recordDeclaration,
  recordInsolvency,
} from '../../../../../renderer/db/commands/insolvency.ts';
import { markPrinted } from '../../../../../renderer/db/commands/letters.ts';
import { approveReminders, recordDeliveries } from '../../../../../renderer/db/commands/reminders.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { type Day, day } from '../../../../../shared/dates/day.ts';
import type { Command } from '../../../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { composeMessage } from '../../../../../shared/reminders/compose-message.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import { recheck } from '../../../../../shared/reminders/recheck.ts';
import type { Reminder } from '../../../../../shared/reminders/reminder.ts';
import { aClient, aLedger, anInvoice, noonOf } from '../../../shared/reminders/sample-ledger.ts';
import { contextOn, decided, refused, rowsOf } from './decide.ts';
import { type Ran, runInMemory } from './run-in-memory.ts';

const today = day('2026-11-23');

const ran = <Wish>(ledger: Ledger, command: Command<Wish>, wish: Wish, on: Day = today): Ran => {
  const outcome = runInMemory(ledger, command, wish, contextOn(on));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

/** c1 has an e-mail due; c2 a letter, because he has no address; c3 an e-mail of his own. */
const start = (invoices: readonly Invoice[] = []): Ledger =>
  aLedger({
    clients: [aClient('c1'), aClient('c2', { name: 'Martin', contacts: [] }), aClient('c3')],
    invoices: [
      anInvoice('f1', { dueOn: day('2026-11-10') }),
      anInvoice('f2', { clientId: 'c2', dueOn: day('2026-10-20') }),
      anInvoice('f3', { clientId: 'c3', dueOn: day('2026-11-10') }),
      ...invoices,
    ],
  });

const approveAll = (ledger: Ledger): Ledger => {
  const approvals = planReminders(ledger, today).proposals.map((proposal) => {
    const message = composeMessage(ledger, proposal, today);
    if (!message.ok) throw new Error(message.error.message);
    return { proposal, message: message.value };
  });
  return ran(ledger, approveReminders, { approvals, automatic: false }).ledger;
};

const reminderOf = (ledger: Ledger, clientId: string): Reminder => {
  const found = [...ledger.reminders.values()].find((reminder) => reminder.clientId === clientId);
  if (!found) throw new Error(`no reminder to ${clientId}`);
  return found;
};
const stateOf = (ledger: Ledger, clientId: string) => reminderOf(ledger, clientId).state;

const opened: InsolvencyWish = { kind: 'reorganisation', judgmentOn: day('2026-11-20') };

describe('a procedure', () => {
  it('takes back the approved e-mail in the same change, and no one else’s', () => {
    const approved = approveAll(start());
    expect(stateOf(approved, 'c1').kind).toBe('approved');
    const { ledger, pages } = ran(approved, recordInsolvency, { clientId: 'c1', insolvency: opened });
    expect(stateOf(ledger, 'c1')).toMatchObject({
      kind: 'withdrawn',
      reason: 'Redressement judiciaire, jugement du 20/11/2026\u00A0: la créance ne se relance plus.',
    });
    expect(ledger.clients.get('c1')?.insolvency).toEqual(opened);
    expect(stateOf(ledger, 'c3').kind).toBe('approved');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.label).toBe(
      'Redressement judiciaire de Dupont SARL enregistré, 1\u00A0relance en attente retirée',
    );
  });

  it('lets nothing leave that was approved before it: the check of the last moment drops it', () => {
    const approved = approveAll(start());
    const underWay = reminderOf(approved, 'c1');
    expect(recheck(approved, underWay, today)).toEqual({ kind: 'send' });
    const { ledger } = ran(approved, recordInsolvency, { clientId: 'c1', insolvency: opened });
    expect(recheck(ledger, underWay, today).kind).toBe('drop');
    // The same where another window's change put the message under way again meanwhile.
    const again = { ...ledger, reminders: new Map([...ledger.reminders, [underWay.id, underWay]]) };
    expect(recheck(again, underWay, today)).toEqual({
      kind: 'drop',
      reason:
        'Facture F1\u00A0: Redressement judiciaire ouvert le 20 novembre 2026\u00A0: la créance se déclare, elle ne se relance pas.',
    });
    expect(planReminders(ledger, today).proposals.map(({ clientId }) => clientId)).not.toContain('c1');
  });

  it.each(['to-print', 'printed'] as const)('takes back the letter that is %s', (kind) => {
    let ledger = approveAll(start());
    const letter = reminderOf(ledger, 'c2');
    expect(letter.state.kind).toBe('to-print');
    if (kind === 'printed')
      ledger = ran(ledger, markPrinted, {
        letters: [
          { id: letter.id, document: { hash: 'a'.repeat(64), name: 'l.pdf', mediaType: 'application/pdf' } },
        ],
      }).ledger;
    const next = ran(ledger, recordInsolvency, { clientId: 'c2', insolvency: opened }).ledger;
    expect(stateOf(next, 'c2').kind).toBe('withdrawn');
  });

  it('leaves alone what left, and what claims later invoices only', () => {
    const later = anInvoice('f9', {
      clientId: 'c1',
      issuedOn: day('2026-11-03'),
      dueOn: day('2026-11-12'),
    });
    const first = approveAll({ ...start(), invoices: new Map([[later.id, later]]) });
    const wish = { clientId: 'c1', insolvency: { ...opened, judgmentOn: day('2026-11-02') } };
    const decision = decided(recordInsolvency, first, wish);
    expect(rowsOf(decision, 'reminders')).toEqual([]);
    expect(decision.label).toBe('Redressement judiciaire de Dupont SARL enregistré');
    const approved = approveAll(start());
    const { id, attempt } = reminderOf(approved, 'c1');
    const sent = ran(approved, recordDeliveries, {
      deliveries: [
        { id, attempt, state: { kind: 'accepted', acceptedAt: noonOf(today), serverReply: '250 OK' } },
      ],
    }).ledger;
    const after = ran(sent, recordInsolvency, { clientId: 'c1', insolvency: opened }).ledger;
    expect(stateOf(after, 'c1').kind).toBe('accepted');
  });

  it('takes back a message that claims earlier and later invoices together', () => {
    const later = anInvoice('f9', { issuedOn: day('2026-11-03'), dueOn: day('2026-11-10') });
    const approved = approveAll(start([later]));
    expect(reminderOf(approved, 'c1').lines).toHaveLength(2);
    const wish = { clientId: 'c1', insolvency: { ...opened, judgmentOn: day('2026-11-02') } };
    const { ledger } = ran(approved, recordInsolvency, wish);
    expect(stateOf(ledger, 'c1').kind).toBe('withdrawn');
    // What came after the judgment is payable when due (L622-17) and proposed by itself.
    const proposal = planReminders(ledger, today).proposals.find(({ clientId }) => clientId === 'c1');
    expect(proposal?.lines.map(({ invoice }) => invoice.id)).toEqual(['f9']);
  });

  it('is undone without putting anything under way again', () => {
    const approved = approveAll(start());
    const { ledger, pages } = ran(approved, recordInsolvency, { clientId: 'c1', insolvency: opened });
    const undone = ran(ledger, undoChange, { pages });
    expect(undone.ledger.clients.get('c1')?.insolvency).toBeUndefined();
    expect(stateOf(undone.ledger, 'c1').kind).toBe('withdrawn');
    expect(undone.pages[0]?.label).toBe(
      'Annulé\u00A0: Redressement judiciaire de Dupont SARL enregistré, 1\u00A0relance en attente retirée (les relances retirées sont de nouveau à valider)',
    );
    expect(planReminders(undone.ledger, today).proposals.map(({ clientId }) => clientId)).toContain('c1');
    const redone = ran(undone.ledger, undoChange, { pages: undone.pages });
    expect(redone.ledger.clients.get('c1')?.insolvency).toEqual(opened);
    expect(redone.pages[0]?.label).toBe(
      'Rétabli\u00A0: Redressement judiciaire de Dupont SARL enregistré, 1\u00A0relance en attente retirée',
    );
  });

  it('can be undone after the client was written to again', () => {
    const approved = approveAll(start());
    const { ledger, pages } = ran(approved, recordInsolvency, { clientId: 'c1', insolvency: opened });
    const undone = ran(ledger, undoChange, { pages }).ledger;
    expect(stateOf(approveAll(undone), 'c1').kind).toBe('approved');
  });

  it('keeps its words trimmed and the day of the declaration, and says that it was changed', () => {
    const recorded = ran(start(), recordInsolvency, {
      clientId: 'c1',
      insolvency: { ...opened, trustee: '  Me Lenoir\n3 rue du Palais ', court: ' ' },
    }).ledger;
    expect(recorded.clients.get('c1')?.insolvency).toEqual({
      ...opened,
      trustee: 'Me Lenoir\n3 rue du Palais',
    });
    const declared = ran(recorded, recordDeclaration, { clientId: 'c1', declaredOn: today }).ledger;
    const changed = ran(declared, recordInsolvency, {
      clientId: 'c1',
      insolvency: { ...opened, kind: 'liquidation', publishedOn: day('2026-11-22') },
    });
    expect(changed.pages[0]?.label).toBe('Liquidation judiciaire de Dupont SARL modifiée');
    expect(changed.ledger.clients.get('c1')?.insolvency).toEqual({
      kind: 'liquidation',
      judgmentOn: '2026-11-20',
      publishedOn: '2026-11-22',
      declaredOn: today,
    });
  });

  it.each([
    [{ ...opened, judgmentOn: day('2026-11-24') }, 'future'],
    [{ ...opened, publishedOn: day('2026-11-24') }, 'future'],
    [{ ...opened, publishedOn: day('2026-11-19') }, 'published-too-early'],
  ])('refuses dates that cannot be', (insolvency, kind) => {
    expect(refused(recordInsolvency, start(), { clientId: 'c1', insolvency }).kind).toBe(kind);
  });

  it('ends, and the client is reminded as usual again', () => {
    const recorded = ran(start(), recordInsolvency, { clientId: 'c1', insolvency: opened }).ledger;
    const ended = ran(recorded, endInsolvency, { clientId: 'c1' });
    expect(ended.ledger.clients.get('c1')).not.toHaveProperty('insolvency');
    expect(ended.pages[0]?.label).toBe('Procédure collective de Dupont SARL retirée');
    expect(planReminders(ended.ledger, today).proposals.map(({ clientId }) => clientId)).toContain('c1');
    expect(refused(endInsolvency, start(), { clientId: 'c1' }).kind).toBe('no-procedure');
    expect(refused(endInsolvency, start(), { clientId: 'gone' }).kind).toBe('no-client');
  });
});

describe('a declaration', () => {
  const recorded = ran(start(), recordInsolvency, { clientId: 'c1', insolvency: opened }).ledger;

  it('is recorded by the day of its dispatch', () => {
    const { ledger, pages } = ran(recorded, recordDeclaration, {
      clientId: 'c1',
      declaredOn: day('2026-11-21'),
    });
    expect(ledger.clients.get('c1')?.insolvency).toEqual({ ...opened, declaredOn: '2026-11-21' });
    expect(pages[0]?.label).toBe('Déclaration de créance envoyée le 21/11/2026 pour Dupont SARL');
  });

  it.each([
    ['2026-11-24', 'future'],
    ['2026-11-19', 'before-judgment'],
  ])('refuses %s as its day', (declaredOn, kind) => {
    expect(refused(recordDeclaration, recorded, { clientId: 'c1', declaredOn: day(declaredOn) }).kind).toBe(
      kind,
    );
  });

  it('needs a procedure', () => {
    expect(refused(recordDeclaration, start(), { clientId: 'c1', declaredOn: today }).kind).toBe(
      'no-procedure',
    );
    expect(refused(recordDeclaration, start(), { clientId: 'gone', declaredOn: today }).kind).toBe(
      'no-client',
    );
  });
});

describe('a result of the outbox for a message that was withdrawn while it left', () => {
  const approved = approveAll(start());
  const { id, attempt } = reminderOf(approved, 'c1');
  const { ledger } = ran(approved, recordInsolvency, { clientId: 'c1', insolvency: opened });

  it('is recorded: what left has left', () => {
    const accepted = { kind: 'accepted', acceptedAt: noonOf(today), serverReply: '250 OK' } as const;
    const next = ran(ledger, recordDeliveries, { deliveries: [{ id, attempt, state: accepted }] }).ledger;
    expect(stateOf(next, 'c1')).toEqual(accepted);
  });

  it('raises a doubt of later, and none of before', () => {
    const unknown = (on: string) =>
      ({ kind: 'unknown', since: noonOf(on), explanation: 'Coupure.' }) as const;
    const deliveries = (on: string) => ({ deliveries: [{ id, attempt, state: unknown(on) }] });
    expect(stateOf(ran(ledger, recordDeliveries, deliveries('2026-11-24')).ledger, 'c1').kind).toBe(
      'unknown',
    );
    expect(refused(recordDeliveries, ledger, deliveries('2026-11-22')).kind).toBe('known');
  });

  it('changes nothing where main took it back or refused it', () => {
    const state = { kind: 'withdrawn', withdrawnAt: noonOf('2026-11-24'), reason: 'Autre' } as const;
    expect(refused(recordDeliveries, ledger, { deliveries: [{ id, attempt, state }] }).kind).toBe('known');
  });
});
