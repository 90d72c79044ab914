import { isSiren, isSiret } from '../identifiers/siren.ts';
import type { DigitRun } from './digit-runs.ts';

const isDayOfMonth = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 31;
const isMonth = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 12;

const months =
  /^\s*(?:JANV?|JANVIER|FEVR?|FEVRIER|MARS|AVR|AVRIL|MAI|JUIN|JUIL|JUILLET|AOUT|SEPT?|SEPTEMBRE|OCT|OCTOBRE|NOV|NOVEMBRE|DEC|DECEMBRE)\b/;
const monthBefore =
  /(?:JANVIER|FEVRIER|MARS|AVRIL|MAI|JUIN|JUILLET|AOUT|SEPTEMBRE|OCTOBRE|NOVEMBRE|DECEMBRE)\s*$/;

/** Words after which digits are something else than an invoice. */
const otherThings =
  /(?:\bSIRENE?|\bSIRET|\bTEL|\bCLIENT|\bCLI|\bCOMPTE|\bCPTE|\bDEVIS|\bCDE|\bCOMMANDE|\bBC|\bBON DE COMMANDE|\bLOT|\bDOSSIER|\bCONTRAT|\bIBAN|\bBIC|\bRUE|\bAVENUE|\bCHEMIN|\bPLACE|\bE2E|\bCHQ|\bBORD|\bBORDEREAU|\bCHEQUE|\bMANDAT|\bRUM|\bTVA|\bRCS|\bCHANTIER|\bAVOIR)(?:\s*(?:N[O°]?|NUMERO))?[\s.:#°/-]*$/;

/** What digits before it count. */
const counted = /^\s*(?:CHQS?|CHEQUES?|EFFETS|FACTURES|FACTS|REGLEMENTS|OPERATIONS|JOURS|MOIS)\b/;

/** Indices of runs that are parts of dates, amounts, phone numbers, company numbers or other things. */
export const guardedRuns = (capitals: string, runs: readonly DigitRun[]): ReadonlySet<number> => {
  const guarded = new Set<number>();
  for (const [index, run] of runs.entries()) {
    const { digits, start, end } = run;
    const before = capitals.slice(Math.max(0, start - 20), start);
    const after = capitals.slice(end, end + 12);
    const second = runs[index + 1];
    const third = runs[index + 2];
    const isDateGap = (gap: string | undefined): boolean => gap === '/' || gap === '.' || gap === '-';
    if (
      second !== undefined &&
      third !== undefined &&
      second.gap === third.gap &&
      isDateGap(second.gap) &&
      isMonth(second.digits) &&
      second.digits.length <= 2
    ) {
      const isEuropean =
        digits.length <= 2 &&
        isDayOfMonth(digits) &&
        (third.digits.length === 2 || third.digits.startsWith('20'));
      const isIso = /^20\d\d$/.test(digits) && third.digits.length === 2 && isDayOfMonth(third.digits);
      if (isEuropean || isIso) for (const at of [index, index + 1, index + 2]) guarded.add(at);
    }
    // « DU 12/05 »
    if (
      second?.gap === '/' &&
      digits.length <= 2 &&
      isDayOfMonth(digits) &&
      isMonth(second.digits) &&
      /\b(?:DU|LE|AU|DATE)\s*$/.test(before)
    ) {
      guarded.add(index);
      guarded.add(index + 1);
    }
    if (/^20\d\d$/.test(digits) && monthBefore.test(before)) guarded.add(index);
    if (digits.length <= 2 && months.test(after)) guarded.add(index);
    // « 1 250,00 EUR »: the groups of an amount up to its decimals, or up to the sign of the currency.
    const isDecimals = digits.length === 2 && (run.gap === ',' || run.gap === '.') && !/^[\d]/.test(after);
    const isBeforeCurrency = /^\s*(?:EUR|€|EUROS?)(?![A-Z])/.test(after);
    const isPlainDecimals =
      isDecimals && run.gap === ',' && runs[index - 1]?.letters === '' && second?.gap !== ',';
    if (isPlainDecimals || isBeforeCurrency) {
      guarded.add(index);
      for (let back = index; back > 0; back -= 1) {
        const gap = runs[back]?.gap ?? '';
        const isGroup =
          runs[back]?.digits.length === 3 &&
          /^[\s.\u00A0\u202F]$/.test(gap) &&
          (runs[back - 1]?.digits.length ?? 0) <= 3 &&
          !/[-/_]$/.test(runs[back - 1]?.gap ?? '');
        const isWhole = back === index && isDecimals;
        if (!isGroup && !isWhole) break;
        guarded.add(back - 1);
      }
    }
    if ((digits.length === 9 && isSiren(digits)) || (digits.length === 14 && isSiret(digits)))
      guarded.add(index);
    if (digits.length > 14) guarded.add(index);
    if (otherThings.test(before)) guarded.add(index);
    // « 2 CHQ », « 12 FACTURES »: how many, not which.
    if (digits.length <= 3 && counted.test(after)) guarded.add(index);
    // « 69003 LYON », « 12 RUE »: an address.
    if (digits.length <= 4 && /^\s+(?:RUE|AVENUE|AV|BD|BOULEVARD|CHEMIN|PLACE|ALLEE|BIS|TER)\b/.test(after))
      guarded.add(index);
  }
  return guarded;
};
