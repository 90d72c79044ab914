import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Dispatch, DispatchMode } from '../../../../shared/ledger/dispatch.ts';
import { type MeaningFacts, meaningOf } from '../../../../shared/letters/dispatch-meaning.ts';
import { dispatchModes } from '../../../../shared/letters/dispatch-mode.ts';

const deposited: Dispatch = {
  depositedOn: day('2026-11-02'),
  trackingNumber: '1A12345678901',
  recordedAt: '2026-11-02T15:00:00.000Z' as Instant,
};
const presented: Dispatch = { ...deposited, presentedOn: day('2026-11-04') };

const meaning = (dispatch: Dispatch, mode: DispatchMode, over: Partial<MeaningFacts> = {}) =>
  meaningOf(dispatch, {
    mode,
    isNotice: true,
    grantsTime: true,
    startsInterest: false,
    proofs: [],
    calendar: 'metropole',
    today: day('2026-11-10'),
    ...over,
  });

describe('a letter that has just left (law-and-formats.md 2.1 and 2.3)', () => {
  it.each<[DispatchMode, string, string]>([
    [
      'registered',
      'date de la preuve de dépôt. Le délai accordé attend la présentation.',
      'note-presentation',
    ],
    [
      'electronic-registered',
      'a quinze jours, à compter du lendemain de l’avis, pour l’accepter',
      'note-presentation',
    ],
    ['bailiff', 'Ses effets commencent à la signification.', 'note-presentation'],
    ['tracked', 'sans signature à l’arrivée.', 'note-outcome'],
    ['plain', 'ne laisse aucune preuve de son envoi ni de sa réception.', 'none'],
  ])('by %s: what it is worth, and what to do', (mode, said, act) => {
    const found = meaning(deposited, mode);
    expect(found.meaning).toContain('02/11/2026');
    expect(found.meaning).toContain(said);
    expect(found.act).toBe(act);
  });

  it('waits for its presentation only where it grants time', () => {
    expect(meaning(deposited, 'registered', { grantsTime: false }).meaning).not.toContain('délai');
  });

  it('promises neither interest nor a time that runs, by whatever way it went', () => {
    for (const mode of dispatchModes)
      expect(meaning(deposited, mode, { startsInterest: true }).meaning, mode).not.toMatch(
        /intérêts|délai accordé court/u,
      );
  });
});

describe('a letter that was presented', () => {
  it('can be fetched fifteen days, and says when it should be back', () => {
    expect(meaning(presented, 'registered').next).toBe(
      'La Poste la garde quinze jours, jusqu’au 19/11/2026. Non réclamée, elle devrait être revenue le 23/11/2026.',
    );
    expect(meaning(presented, 'electronic-registered').next).toContain(
      'Le client peut l’accepter jusqu’au 19/11/2026.',
    );
  });

  it('by a commissaire de justice asks for the act', () => {
    expect(meaning(presented, 'bailiff').next).toBe('Joignez l’acte signifié, puis notez sa remise.');
  });

  it('says when the time granted ends, and that it has ended', () => {
    const grantedUntil = day('2026-11-12');
    expect(meaning(presented, 'registered', { grantedUntil }).meaning).toContain(
      'Le délai accordé court du 04/11/2026 et s’achève le 12/11/2026.',
    );
    expect(meaning(presented, 'registered', { grantedUntil, today: day('2026-11-13') }).meaning).toContain(
      'et s’est achevé le 12/11/2026.',
    );
  });

  it('starts the interest of a consumer on the day after, never on the day itself', () => {
    expect(meaning(presented, 'registered', { startsInterest: true }).meaning).toContain(
      'Les intérêts au taux légal courent à compter du lendemain du 04/11/2026 (C. civ., art. 1231-6 et 1344-1).',
    );
  });
});

describe('a letter that has come to its end', () => {
  const ended = (kind: NonNullable<Dispatch['outcome']>['kind'], from = presented): Dispatch => ({
    ...from,
    outcome: { kind, on: day('2026-11-20') },
  });

  it.each(['refused', 'unclaimed'] as const)('%s: stays valid, with the ruling', (kind) => {
    expect(meaning(ended(kind), 'registered').meaning).toContain(
      'La mise en demeure reste valable\u00A0: l’absence de réception effective n’y change rien (Cass. 1re civ., 20 janvier 2021, n°\u00A019-20.680).',
    );
    expect(meaning(ended(kind), 'registered', { isNotice: false }).meaning).not.toContain('valable');
  });

  it.each(['unknown-address', 'no-access', 'lost'] as const)('%s: nothing runs, send it again', (kind) => {
    const found = meaning(ended(kind), 'registered', { startsInterest: true });
    expect(found.act).toBe('resend');
    expect(found.meaning).toContain('n’a pas atteint votre client\u00A0: le délai accordé ne court pas');
    expect(found.meaning).not.toMatch(/intérêts|délai accordé court/u);
    expect(meaning(ended(kind), 'registered', { grantsTime: false }).meaning).not.toContain('délai');
  });

  it('says by what it was replaced, and that it was filed', () => {
    const filedOn = day('2026-11-21');
    expect(meaning({ ...ended('lost'), filedOn, resentOn: day('2026-11-22') }, 'registered')).toMatchObject({
      act: 'none',
      next: 'Remplacée le 22/11/2026 par un nouvel envoi.',
    });
    expect(meaning({ ...ended('delivered'), filedOn }, 'registered')).toMatchObject({
      act: 'none',
      next: 'Classée le 21/11/2026.',
    });
  });
});
