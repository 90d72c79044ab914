import { describe, expect, test } from 'vitest';
import {
  blankClient,
  createClient,
  excludeClient,
  removeContact,
  saveContact,
  updateClient,
} from '../../../../../renderer/db/commands/clients.ts';
import { aLedger } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const ledger = aLedger();

describe('a client', () => {
  test('is created under its trimmed name', () => {
    const decision = decided(createClient, ledger, { id: 'c2', client: blankClient(' Martin SAS ') });
    expect(decision.label).toBe('Client Martin SAS créé');
    expect(rowsOf(decision, 'clients')[0]).toMatchObject({ id: 'c2', name: 'Martin SAS', regime: 'b2b' });
  });

  test('needs a name', () => {
    expect(refused(createClient, ledger, { id: 'c2', client: blankClient(' ') }).kind).toBe('no-name');
    expect(refused(updateClient, ledger, { id: 'c1', changes: { name: '' } }).kind).toBe('no-name');
  });

  test('keeps what a change does not name', () => {
    const next = applied(ledger, decided(updateClient, ledger, { id: 'c1', changes: { segment: 'new' } }));
    expect(next.clients.get('c1')).toMatchObject({ segment: 'new', name: 'Dupont SARL' });
  });

  test('takes only terms that give a due date', () => {
    const terms = { kind: 'end-of-month', days: 45, method: 'end-then-add' } as const;
    const next = applied(ledger, decided(updateClient, ledger, { id: 'c1', changes: { terms } }));
    expect(next.clients.get('c1')?.terms).toEqual(terms);
    for (const days of [-1, 4000, 1.5, Number.NaN]) {
      const wrong = { terms: { kind: 'net', days } } as const;
      expect(refused(updateClient, ledger, { id: 'c1', changes: wrong }).kind).toBe('invalid-terms');
      expect(
        refused(createClient, ledger, { id: 'c2', client: { ...blankClient('M'), ...wrong } }).kind,
      ).toBe('invalid-terms');
    }
  });

  test('is excluded with a reason and reminded again without', () => {
    const excluded = applied(ledger, decided(excludeClient, ledger, { id: 'c1', reason: 'Filiale' }));
    expect(excluded.clients.get('c1')?.excludedReason).toBe('Filiale');
    const lifted = applied(excluded, decided(excludeClient, excluded, { id: 'c1', reason: '' }));
    expect(lifted.clients.get('c1')?.excludedReason).toBeUndefined();
  });
});

describe('a contact', () => {
  const contact = { id: 'k', name: ' Anne ', role: 'accounting' as const };

  test('is added with its address in normal form, then replaced', () => {
    const added = applied(
      ledger,
      decided(saveContact, ledger, { clientId: 'c1', contact: { ...contact, email: ' anne@Dupont.FR ' } }),
    );
    expect(added.clients.get('c1')?.contacts[1]).toMatchObject({ name: 'Anne', email: 'anne@dupont.fr' });
    const changed = applied(
      added,
      decided(saveContact, added, { clientId: 'c1', contact: { ...contact, phone: '01 02 03 04 05' } }),
    );
    expect(changed.clients.get('c1')?.contacts).toHaveLength(2);
    expect(changed.clients.get('c1')?.contacts[1]?.email).toBeUndefined();
  });

  test('with anything but one address is refused: nobody sees where a reminder goes', () => {
    for (const email of ['anne', 'a@b.fr, c@d.fr', 'a@b.fr>\r\nRCPT TO:<c@evil.fr'])
      expect(refused(saveContact, ledger, { clientId: 'c1', contact: { ...contact, email } }).kind).toBe(
        'invalid-email',
      );
  });

  test('without anything to reach somebody by is refused', () => {
    expect(refused(saveContact, ledger, { clientId: 'c1', contact: { ...contact, name: ' ' } }).kind).toBe(
      'empty',
    );
  });

  test('is removed', () => {
    const next = applied(ledger, decided(removeContact, ledger, { clientId: 'c1', contactId: 'c1-contact' }));
    expect(next.clients.get('c1')?.contacts).toEqual([]);
  });
});
