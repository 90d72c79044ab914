import { expect, test } from 'vitest';
import { setClientRhythm } from '../../../../../renderer/db/commands/reminder-rhythm.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { aLedger } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const ledger = aLedger();
const lenient = { from: day('2026-12-01'), until: day('2026-12-31') };

test('sets rhythm and lenient period, and lifts them again', () => {
  const rhythm = { kind: 'weekdays', weekdays: [2, 4] } as const;
  const set = decided(setClientRhythm, ledger, { clientId: 'c1', rhythm, lenient });
  expect(set).toMatchObject({ label: 'Rythme des relances de Dupont SARL modifié', undo: 'allowed' });
  const next = applied(ledger, set);
  expect(next.clients.get('c1')).toMatchObject({ rhythm, lenient });
  const lifted = decided(setClientRhythm, next, { clientId: 'c1', rhythm: undefined, lenient: undefined });
  expect(applied(next, lifted).clients.get('c1')).toMatchObject({ rhythm: undefined, lenient: undefined });
});

test('refuses a rhythm that lets nothing leave, and a period that ends before it starts', () => {
  const never = { kind: 'weekdays', weekdays: [6, 7] } as const;
  expect(refused(setClientRhythm, ledger, { clientId: 'c1', rhythm: never, lenient }).kind).toBe('invalid');
  const backwards = { from: lenient.until, until: lenient.from };
  expect(
    refused(setClientRhythm, ledger, { clientId: 'c1', rhythm: undefined, lenient: backwards }).message,
  ).toBe('La fin de la période vient avant son début.');
  expect(refused(setClientRhythm, ledger, { clientId: 'x', rhythm: undefined, lenient }).kind).toBe(
    'no-client',
  );
});
