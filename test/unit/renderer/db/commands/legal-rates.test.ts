import { describe, expect, it } from 'vitest';
import { removeSemester, saveSemester } from '../../../../../renderer/db/commands/legal-rates.ts';
import { legalParametersOf } from '../../../../../shared/claims/legal-parameters.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { type Semester, semester } from '../../../../../shared/dates/semester.ts';
import { ledgerOfRows } from '../../../../../shared/demo/demo-rows.ts';
import { rateOn } from '../../../../../shared/law/interest-rate.ts';
import { applied, decided, refused } from './decide.ts';

const empty = ledgerOfRows({});
const s1 = semester('2027-S1');
const typed = {
  semester: s1,
  refiBasisPoints: 265,
  legalBusinessBasisPoints: 281,
  legalIndividualBasisPoints: 690,
  source: ' Arrêté du 18 décembre 2026, JO du 20 ',
};
const penaltyOn = (ledger: typeof empty, on: string) =>
  rateOn('b2b', { kind: 'statutory' }, day(on), legalParametersOf(ledger));

describe('a semester of one’s own', () => {
  it('is recorded with its source and the day, and counted with at once', () => {
    const decision = decided(saveSemester, empty, typed, '2027-01-04');
    expect(decision).toMatchObject({
      label: 'Taux du 1ᵉʳ semestre 2027 enregistrés',
      undo: 'allowed',
      writes: [
        {
          table: 'settings',
          key: 'legal-rates',
          after: {
            semesters: [
              { ...typed, source: 'Arrêté du 18 décembre 2026, JO du 20', checkedOn: '2027-01-04' },
            ],
          },
        },
      ],
    });
    expect(penaltyOn(empty, '2027-02-01')).toMatchObject({ ok: false, error: { semester: '2027-S1' } });
    expect(penaltyOn(applied(empty, decision), '2027-02-01')).toEqual({ ok: true, value: 1265 });
  });

  it('goes over the rates that ship with the application, for that semester alone', () => {
    const corrected = applied(
      empty,
      decided(saveSemester, empty, { ...typed, semester: semester('2026-S2') }),
    );
    expect(penaltyOn(corrected, '2026-08-01')).toEqual({ ok: true, value: 1265 });
    expect(penaltyOn(corrected, '2026-06-30')).toEqual({ ok: true, value: 1215 });
  });

  it('is replaced when it is entered again; the semesters stay in order', () => {
    const first = applied(empty, decided(saveSemester, empty, typed, '2027-08-01'));
    const second = applied(
      first,
      decided(saveSemester, first, { ...typed, semester: semester('2026-S2') }, '2027-08-01'),
    );
    const again = decided(saveSemester, second, { ...typed, refiBasisPoints: 240 }, '2027-08-02');
    expect(again).toMatchObject({
      label: 'Taux du 1ᵉʳ semestre 2027 corrigés',
      writes: [
        {
          after: {
            semesters: [
              { semester: '2026-S2', refiBasisPoints: 265, checkedOn: '2027-08-01' },
              { semester: '2027-S1', refiBasisPoints: 240, checkedOn: '2027-08-02' },
            ],
          },
        },
      ],
    });
  });

  it('is confirmed when the same rates are saved again, with the day on which they were read', () => {
    const early = applied(empty, decided(saveSemester, empty, typed, '2026-12-20'));
    expect(decided(saveSemester, early, typed, '2027-01-02')).toMatchObject({
      label: 'Taux du 1ᵉʳ semestre 2027 confirmés',
      writes: [{ after: { semesters: [{ semester: '2027-S1', checkedOn: '2027-01-02' }] } }],
    });
  });

  it('may be the next one, but no later', () => {
    expect(decided(saveSemester, empty, typed, '2026-12-20').label).toContain('enregistrés');
    expect(refused(saveSemester, empty, { ...typed, semester: semester('2027-S2') }, '2026-12-31')).toEqual({
      kind: 'too-far',
      message: 'Les taux du 2ᵉ semestre 2027 ne peuvent pas encore être connus.',
    });
  });

  it.each([
    ['no-semester', { semester: '2027' as Semester }],
    ['invalid-rate', { refiBasisPoints: -1 }],
    ['invalid-rate', { legalBusinessBasisPoints: 10_001 }],
    ['invalid-rate', { legalIndividualBasisPoints: 2.5 }],
    ['no-source', { source: ' ' }],
    ['long-source', { source: 'x'.repeat(301) }],
  ] as const)('is refused: %s', (kind, changes) => {
    expect(refused(saveSemester, empty, { ...typed, ...changes }, '2027-01-04').kind).toBe(kind);
  });

  it('is removed once; what ships with the application holds again', () => {
    const own = applied(empty, decided(saveSemester, empty, { ...typed, semester: semester('2026-S2') }));
    const removed = decided(removeSemester, own, { semester: semester('2026-S2') });
    expect(removed).toMatchObject({
      label: 'Taux saisis du 2ᵉ semestre 2026 retirés',
      undo: 'allowed',
      writes: [{ after: { semesters: [] } }],
    });
    expect(penaltyOn(applied(own, removed), '2026-08-01')).toEqual({ ok: true, value: 1240 });
    expect(refused(removeSemester, empty, { semester: s1 }).kind).toBe('no-semester');
    expect(refused(removeSemester, own, { semester: s1 }).kind).toBe('no-semester');
  });
});
