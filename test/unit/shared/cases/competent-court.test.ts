import { describe, expect, it } from 'vitest';
import { competentCourt, courtKind, isAlsaceMoselle } from '../../../../shared/cases/competent-court.ts';
import type { ProcedureKind } from '../../../../shared/ledger/legal-case.ts';

const at = (postcode: string, city: string) => ({ lines: ['1 rue du Port'], postcode, city });
const lyon = at('69003', 'Lyon');
const strasbourg = at('67000', 'Strasbourg');

describe('the court of a claim (law-and-formats.md 3.1)', () => {
  it('is commercial between merchants, judicial else, and not told before that is known', () => {
    expect(courtKind(true, lyon)).toBe('commercial');
    expect(courtKind(false, lyon)).toBe('judicial');
    expect(courtKind(undefined, lyon)).toBe('unknown');
    expect(courtKind(true, undefined)).toBe('commercial');
  });

  it('is the chamber of the judicial court in Bas-Rhin, Haut-Rhin and Moselle alone', () => {
    for (const postcode of ['57000', '67000', '68100']) {
      expect(isAlsaceMoselle(postcode)).toBe(true);
      expect(courtKind(true, at(postcode, 'X'))).toBe('commercial-chamber');
      expect(courtKind(false, at(postcode, 'X'))).toBe('judicial');
    }
    for (const postcode of ['54000', '88000', '70000', '5700', ''])
      expect(isAlsaceMoselle(postcode), postcode).toBe(postcode === '5700');
  });

  it.each<[ProcedureKind, string]>([
    [
      'order-for-payment',
      'Président\u00A0: tribunal de commerce ou tribunal des activités économiques, dans le ressort de 69003 Lyon, compétence d’ordre public (CPC art. 1406)',
    ],
    [
      'interim-payment',
      'Président statuant en référé\u00A0: tribunal de commerce ou tribunal des activités économiques, dans le ressort de 69003 Lyon',
    ],
    ['summons', 'Tribunal de commerce ou tribunal des activités économiques, dans le ressort de 69003 Lyon'],
    [
      'uncontested-commercial-claim',
      'Commissaire de justice, puis greffier\u00A0: tribunal de commerce ou tribunal des activités économiques, dans le ressort de 69003 Lyon',
    ],
    [
      'small-claims',
      'Commissaire de justice du ressort de la cour d’appel du débiteur (dans le ressort de 69003 Lyon)',
    ],
    ['mediation', 'Médiateur des entreprises, en ligne sur economie.gouv.fr'],
    ['claim-declaration', 'Mandataire judiciaire ou liquidateur de la procédure'],
  ])('%s goes before it, at the seat of the debtor', (procedure, court) => {
    expect(competentCourt(procedure, true, lyon)).toBe(court);
  });

  it('says so where the debtor is no merchant, sits in Alsace-Moselle, or has no address', () => {
    expect(competentCourt('order-for-payment', false, lyon)).toContain('tribunal judiciaire');
    expect(competentCourt('order-for-payment', true, strasbourg)).toContain(
      'chambre commerciale du tribunal judiciaire (Alsace-Moselle), dans le ressort de 67000 Strasbourg',
    );
    expect(competentCourt('summons', true, undefined)).toContain('(adresse à compléter)');
  });
});
