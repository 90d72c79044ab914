import { describe, expect, it } from 'vitest';
import {
  deadlineText,
  declarationSentence,
  isDeclarationPressing,
} from '../../../../shared/claims/declaration-text.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { HolidayCalendar } from '../../../../shared/dates/holidays.ts';
import { claimDeclaration } from '../../../../shared/law/claim-declaration.ts';
import { cents } from '../../../../shared/money/cents.ts';

/** Published on 11/09/2026: the two months end on a holiday. */
const on = (today: string, calendar: HolidayCalendar = 'metropole') =>
  claimDeclaration({ publishedOn: day('2026-09-11') }, day(today), calendar);

describe('the words of a declaration', () => {
  it('name the safe day first, then the one to which the law moves it', () => {
    expect(deadlineText({ raw: day('2026-11-11'), extended: day('2026-11-12') })).toBe(
      '11/11/2026 (jour non ouvré, le délai court en droit jusqu’au 12/11/2026)',
    );
    expect(deadlineText({ raw: day('2026-12-11'), extended: day('2026-12-11') })).toBe('11/12/2026');
  });

  it('do without an amount', () => {
    expect(declarationSentence(on('2026-09-20'), 'safeguard')).toBe(
      'Créance à déclarer au mandataire judiciaire au plus tard le 11/11/2026 (jour non ouvré, le délai court en droit jusqu’au 12/11/2026), dans 52\u00A0jours.',
    );
    expect(declarationSentence(on('2026-11-10'), 'liquidation')).toMatch(
      /^Plus que 1\u00A0jour pour déclarer la créance au liquidateur, au plus tard/u,
    );
    expect(declarationSentence(on('2026-11-12'), 'liquidation')).toMatch(/^Dernier jour pour déclarer/u);
  });

  it('tell a creditor overseas of his two months more, before and after the deadline', () => {
    expect(declarationSentence(on('2026-09-20', 'reunion'), 'safeguard', cents(100))).toContain(
      ' Deux mois de plus, soit 11/01/2027, si le tribunal siège en métropole.',
    );
    expect(declarationSentence(on('2026-11-13', 'reunion'), 'safeguard')).toContain(
      ' Si le tribunal siège en métropole, votre délai court jusqu’au 11/01/2027.',
    );
  });

  it('say when nothing can be saved any more, or counted', () => {
    expect(declarationSentence(on('2027-03-12'), 'safeguard')).toBe(
      'Délai de déclaration terminé le 12/11/2026\u00A0: le relevé de forclusion n’est plus possible depuis le 11/03/2027 (C.\u00A0com. L622-26).',
    );
    expect(declarationSentence({ kind: 'untabled' }, 'safeguard')).toBe(
      'Le délai de déclaration n’est pas connu pour une publication aussi ancienne.',
    );
    expect(declarationSentence({ kind: 'declared', on: day('2026-10-02') }, 'safeguard')).toBe(
      'Créance déclarée le 02/10/2026.',
    );
  });

  it('turn red from 15 days on, and while a relief may be asked for', () => {
    expect(
      ['2026-10-26', '2026-10-27', '2026-11-12', '2027-03-11', '2027-03-12'].map((today) =>
        isDeclarationPressing(on(today)),
      ),
    ).toEqual([false, true, true, true, false]);
    expect(isDeclarationPressing({ kind: 'unpublished' })).toBe(false);
  });
});
