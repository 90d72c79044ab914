import { describe, expect, it } from 'vitest';
import { todoItems } from '../../../../renderer/features/dashboard/todo-items.ts';
import {
  lettersSummary,
  remindersSummary,
  weekLead,
} from '../../../../renderer/features/week/week-sentences.ts';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { agendaConcerns } from '../../../../shared/insight/agenda-concerns.ts';
import { limitationAlarms } from '../../../../shared/insight/limitation-alarms.ts';
import type { WeekAgenda } from '../../../../shared/insight/week-agenda.ts';
import { claimDeclaration } from '../../../../shared/law/claim-declaration.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { client, invoice } from '../../shared/insight/few-rows.ts';

const nothing: WeekAgenda = {
  bank: { checkedOn: day('2026-11-23'), days: 0, isCheckedToday: true },
  receiptsToMatch: 0,
  concerns: [],
  reminders: { emails: 0, letters: 0, cents: cents(0) },
  letters: { toPrint: 0, toPost: 0 },
  calls: [],
  openSteps: 0,
};

const gap = (clientId: string) =>
  ({ kind: 'data-gap', clientId, gaps: [{ clientId, kind: 'no-email' }] }) as const;
const claim = {
  kind: 'declare-claim',
  clientId: 'c 1',
  procedure: 'safeguard',
  declaration: claimDeclaration({ publishedOn: day('2026-10-01') }, day('2026-11-23'), 'metropole'),
  cents: cents(100),
} as const;
const nameOf = (clientId: string): string => `Client ${clientId}`;

describe('« À faire »', () => {
  it('is empty when everything is done', () => {
    expect(todoItems(nothing, nameOf)).toEqual([]);
  });

  it('has one line for each kind of work, counted and linked', () => {
    const items = todoItems(
      {
        ...nothing,
        bank: { checkedOn: day('2026-11-22'), days: 1, isCheckedToday: false },
        reminders: { emails: 5, letters: 1, cents: cents(1_843_000) },
        letters: { toPrint: 1, toPost: 2 },
        concerns: [claim, gap('c2'), gap('c3')],
      },
      nameOf,
    );
    expect(items.map(({ text, detail, place, isPressing }) => [text, detail, place, isPressing])).toEqual([
      ['Encaissements à vérifier', 'dernière vérification il y a 1\u00A0jour', '/encaissements', false],
      ['6\u00A0relances à valider', '18\u202F430,00\u00A0€', '/relances', false],
      ['1\u00A0courrier à imprimer', undefined, '/courriers', false],
      ['2\u00A0courriers à poster', undefined, '/courriers', false],
      ['1\u00A0créance à déclarer', 'Client c 1', '/clients/c%201/declaration', true],
      ['2\u00A0fiches à compléter', undefined, '/semaine', false],
    ]);
  });
});

describe('the rates of law in « À faire »', () => {
  it('lead to the settings, and are red once nothing can be computed', () => {
    const todoOn = (on: string) => {
      const concerns = agendaConcerns(ledgerOfRows({}), day(on), []);
      const [item] = todoItems({ ...nothing, concerns }, nameOf);
      return item && [item.text, item.detail, item.place, item.isPressing];
    };
    const text = 'Taux légaux à mettre à jour';
    expect(todoOn('2026-12-14')).toBeUndefined();
    expect(todoOn('2026-12-15')).toEqual([text, '1ᵉʳ semestre 2027', '/reglages/taux', false]);
    expect(todoOn('2027-01-01')).toEqual([text, '1ᵉʳ semestre 2027', '/reglages/taux', true]);
  });
});

describe('limitation in « À faire »', () => {
  const old = (id: string, issuedOn: string) =>
    invoice(id, 'm', issuedOn, 100_000, { issuedOn: day(issuedOn) });
  const todoOf = (...invoices: readonly ReturnType<typeof old>[]) => {
    const ledger = ledgerOfRows({ clients: [client('m', { regime: 'b2c' })], invoices });
    const concerns = limitationAlarms(ledger, day('2026-11-23')).map(
      (alarm) => ({ kind: 'limitation', clientId: 'm', alarm }) as const,
    );
    const [item] = todoItems({ ...nothing, concerns }, nameOf);
    return item && [item.text, item.detail, item.place, item.isPressing];
  };

  it('leads to the invoice, and is red from three months on', () => {
    const text = '1\u00A0facture prescrite ou près de l’être';
    expect(todoOf(old('F 1', '2025-05-01'))).toEqual([text, 'Client m', '/clients/m?facture=F%201', false]);
    expect(todoOf(old('F2', '2025-02-20'))).toEqual([text, 'Client m', '/clients/m?facture=F2', true]);
    expect(todoOf(old('F3', '2025-05-24'))).toBeUndefined();
  });

  it('names the first day of several', () => {
    expect(todoOf(old('F1', '2025-05-01'), old('F2', '2024-12-05'))).toEqual([
      '2\u00A0factures prescrites ou près de l’être',
      'la première le 05/12/2026',
      '/semaine',
      true,
    ]);
  });
});

describe('the sentences of the week', () => {
  it('count what is to be read and posted', () => {
    expect(remindersSummary({ emails: 5, letters: 1, cents: cents(1) })).toBe(
      '5\u00A0e-mails et 1\u00A0courrier à valider.',
    );
    expect(remindersSummary(nothing.reminders)).toBe('Aucune relance à valider.');
    expect(lettersSummary({ toPrint: 2, toPost: 1 })).toBe('2\u00A0à imprimer, 1\u00A0à poster.');
    expect(lettersSummary(nothing.letters)).toBe('Aucun courrier à poster.');
  });

  it('greet with the day and what is left', () => {
    const greeting = (openSteps: number): string => weekLead('lundi 23 novembre', { ...nothing, openSteps });
    expect(greeting(0)).toBe('Bonjour, nous sommes lundi 23 novembre. Tout est fait.');
    expect(greeting(1)).toContain('Il reste une étape.');
    expect(greeting(4)).toContain('Il reste 4 étapes.');
  });
});
