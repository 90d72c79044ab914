import { describe, expect, it } from 'vitest';
import { addClientLetter, withdrawClientLetter } from '../../../../../renderer/db/commands/client-letters.ts';
import { changeCompanyIban } from '../../../../../renderer/db/commands/company-iban.ts';
import { saveSettings } from '../../../../../renderer/db/commands/settings.ts';
import type { ClientLetter } from '../../../../../shared/ledger/client-letter.ts';
import { settingsOf } from '../../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { clientLetterSchema } from '../../../../../shared/ledger/row-schemas/client-letter-schema.ts';
import { clientTimeline } from '../../../../../shared/ledger/timeline.ts';
import { lettersByState } from '../../../../../shared/letters/letters-by-state.ts';
import { ledgerOf, letterOf, now, today, wish } from '../../../shared/letters/kinds/sample-ledger.ts';

const context = { now, today, newId: () => 'new' };

const added = (ledger: Ledger): Ledger => {
  const {
    id: _id,
    writtenOn: _on,
    state: _state,
    documents: _documents,
    ...letter
  } = letterOf(ledger, wish('account-statement'));
  const done = addClientLetter(ledger, letter, context);
  if (!done.ok) throw new Error(done.error.message);
  const [write] = done.value.writes;
  return { ...ledger, letters: new Map([['new', write?.after as ClientLetter]]) };
};

describe('addClientLetter', () => {
  it('puts the letter with those to print, in the shape that the mirror takes, and in the history', () => {
    const ledger = added(ledgerOf());
    const letter = ledger.letters.get('new');
    expect(clientLetterSchema.safeParse(letter).success).toBe(true);
    expect(letter?.state).toEqual({ kind: 'to-print', writtenAt: now });
    expect(lettersByState(ledger).toPrint.map(({ row }) => row.id)).toEqual(['new']);
    expect(clientTimeline(ledger, 'c1', today)[0]?.title).toBe('Lettre (relevé de compte)\u00A0: à imprimer');
  });

  it('refuses what could not be printed', () => {
    const ledger = ledgerOf();
    const refused = addClientLetter(
      ledger,
      { clientId: 'c1', kind: 'free', invoiceIds: [], registered: false, subject: '', body: 'Bonjour,' },
      context,
    );
    expect(refused).toMatchObject({ ok: false, error: { message: 'Donnez un objet à la lettre.' } });
    expect(
      addClientLetter(
        ledger,
        { clientId: 'other', kind: 'free', invoiceIds: [], registered: false, subject: 'x', body: 'y' },
        context,
      ),
    ).toMatchObject({ ok: false, error: { kind: 'no-client' } });
  });
});

describe('withdrawClientLetter', () => {
  it('takes a waiting letter back, once', () => {
    const ledger = added(ledgerOf());
    const done = withdrawClientLetter(ledger, { id: 'new' }, context);
    if (!done.ok) throw new Error(done.error.message);
    const after = done.value.writes[0]?.after as ClientLetter;
    expect(after.state).toEqual({ kind: 'withdrawn', withdrawnAt: now });
    const gone = { ...ledger, letters: new Map([['new', after]]) };
    expect(lettersByState(gone).toPrint).toEqual([]);
    expect(withdrawClientLetter(gone, { id: 'new' }, context).ok).toBe(false);
  });
});

describe('the printed IBAN', () => {
  const ledger = ledgerOf();
  const company = { ...settingsOf(ledger, 'company'), iban: 'FR1420041010050500013M02606' };

  it('is not changed by saving the company', () => {
    expect(saveSettings(ledger, company, context)).toMatchObject({ ok: false, error: { kind: 'iban' } });
    expect(saveSettings(ledger, { ...settingsOf(ledger, 'company'), phone: '01' }, context).ok).toBe(true);
  });

  it('is changed by typing its last four characters again, and the journal tells both, masked', () => {
    expect(changeCompanyIban(ledger, { company, lastFour: '0189' }, context)).toMatchObject({
      ok: false,
      error: { kind: 'not-confirmed' },
    });
    expect(changeCompanyIban(ledger, { company, lastFour: ' 26 06' }, context)).toMatchObject({
      ok: true,
      value: {
        label: 'IBAN de la société changé\u00A0: FR76\u00A0…0189 remplacé par FR14\u00A0…2606',
        undo: 'allowed',
      },
    });
  });

  it('is taken away by the last four of the one that goes', () => {
    const without = { ...company, iban: '' };
    expect(changeCompanyIban(ledger, { company: without, lastFour: '0189' }, context)).toMatchObject({
      ok: true,
      value: { label: 'IBAN de la société changé\u00A0: FR76\u00A0…0189 remplacé par aucun' },
    });
  });
});
