import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { semester } from '../../../../shared/dates/semester.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { concernKey, concernSentence, isPressingConcern } from '../../../../shared/insight/agenda-concern.ts';
import { agendaConcerns } from '../../../../shared/insight/agenda-concerns.ts';
import { alarmSemester, rateAlarm, rateAlarmSentence } from '../../../../shared/insight/rate-alarm.ts';
import type { SemesterRates } from '../../../../shared/law/parameters.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';

const rates = (name: string, checkedOn: string): SemesterRates => ({
  semester: semester(name),
  refiBasisPoints: 265,
  legalBusinessBasisPoints: 281,
  source: 'Arrêté du 18 décembre 2026',
  checkedOn,
});
const ledgerWith = (...semesters: readonly SemesterRates[]): Ledger =>
  ledgerOfRows({ settings: [{ id: 'legal-rates', semesters }] });
const shipped = ledgerOfRows({});
const kindOn = (ledger: Ledger, on: string): string | undefined => rateAlarm(ledger, day(on))?.kind;

describe('the alarm about the rates of law', () => {
  it('is silent until 14 December, and asks for the next semester from 15 December on', () => {
    expect(kindOn(shipped, '2026-11-22')).toBeUndefined();
    expect(kindOn(shipped, '2026-12-14')).toBeUndefined();
    for (const on of ['2026-12-15', '2026-12-31'])
      expect(rateAlarm(shipped, day(on))).toEqual({
        kind: 'coming',
        semester: '2027-S1',
        startsOn: '2027-01-01',
      });
  });

  it('is stronger from 1 January on, until the rates are there', () => {
    expect(rateAlarm(shipped, day('2027-01-01'))).toEqual({ kind: 'missing', semesters: ['2027-S1'] });
    expect(kindOn(shipped, '2027-06-30')).toBe('missing');
    expect(kindOn(ledgerWith(rates('2027-S1', '2027-01-04')), '2027-01-04')).toBeUndefined();
  });

  it('asks in June for the second half of the year', () => {
    const ledger = ledgerWith(rates('2027-S1', '2027-01-04'));
    expect(kindOn(ledger, '2027-06-14')).toBeUndefined();
    expect(rateAlarm(ledger, day('2027-06-15'))).toEqual({
      kind: 'coming',
      semester: '2027-S2',
      startsOn: '2027-07-01',
    });
    expect(rateAlarm(ledger, day('2027-07-01'))).toEqual({ kind: 'missing', semesters: ['2027-S2'] });
  });

  it('asks for what was left out, oldest first, before what comes next', () => {
    expect(rateAlarm(shipped, day('2027-12-20'))).toEqual({
      kind: 'missing',
      semesters: ['2027-S1', '2027-S2'],
    });
    expect(rateAlarm(ledgerWith(rates('2027-S2', '2027-07-02')), day('2027-08-01'))).toEqual({
      kind: 'missing',
      semesters: ['2027-S1'],
    });
  });

  it('asks to look again at rates that were entered before the semester began', () => {
    const early = ledgerWith(rates('2027-S1', '2026-12-31'));
    expect(kindOn(early, '2026-12-31')).toBeUndefined();
    expect(rateAlarm(early, day('2027-01-01'))).toEqual({
      kind: 'to-confirm',
      semester: '2027-S1',
      checkedOn: '2026-12-31',
    });
    expect(kindOn(ledgerWith(rates('2027-S1', '2027-01-01')), '2027-01-01')).toBeUndefined();
  });
});

describe('the alarm in words', () => {
  const sentenceOn = (ledger: Ledger, on: string): string => {
    const alarm = rateAlarm(ledger, day(on));
    return alarm === undefined ? '' : rateAlarmSentence(alarm);
  };

  it('says what will be needed, and by when', () => {
    expect(sentenceOn(shipped, '2026-12-15')).toBe(
      'Les taux du 1ᵉʳ semestre 2027 ne sont pas encore enregistrés\u00A0: il faudra les ajouter au 1ᵉʳ janvier 2027, sans quoi les pénalités ne pourront plus être calculées.',
    );
  });

  it('says since when nothing can be computed, and names every semester to add', () => {
    expect(sentenceOn(shipped, '2027-01-01')).toBe(
      'Pénalités impossibles à calculer depuis le 1ᵉʳ janvier 2027\u00A0: ajoutez les taux du 1ᵉʳ semestre 2027.',
    );
    expect(sentenceOn(shipped, '2028-01-01')).toContain(
      'du 1ᵉʳ semestre 2027, du 2ᵉ semestre 2027 et du 1ᵉʳ semestre 2028.',
    );
  });

  it('says why rates are to be looked at again', () => {
    expect(sentenceOn(ledgerWith(rates('2027-S1', '2026-12-20')), '2027-01-02')).toBe(
      'Les taux du 1ᵉʳ semestre 2027 ont été enregistrés le 20/12/2026, avant qu’il ne commence\u00A0: vérifiez que le taux de la BCE n’a pas changé jusqu’au 1ᵉʳ janvier 2027.',
    );
  });

  it('names the semester to enter first', () => {
    const [missing, coming] = [rateAlarm(shipped, day('2028-01-01')), rateAlarm(shipped, day('2026-12-15'))];
    expect(missing && alarmSemester(missing)).toBe('2027-S1');
    expect(coming && alarmSemester(coming)).toBe('2027-S1');
  });
});

describe('« Ma semaine »', () => {
  const concernOn = (on: string) =>
    agendaConcerns(shipped, day(on), []).find(({ kind }) => kind === 'legal-rates');

  it('has the alarm as a point of its own, red only once nothing can be computed', () => {
    expect(concernOn('2026-12-14')).toBeUndefined();
    const coming = concernOn('2026-12-15');
    const missing = concernOn('2027-01-01');
    if (!coming || !missing) throw new Error('no concern');
    expect([isPressingConcern(coming), isPressingConcern(missing)]).toEqual([false, true]);
    expect(concernKey(coming)).toBe('legal-rates');
    expect(concernSentence(missing)).toContain('impossibles à calculer');
  });
});
