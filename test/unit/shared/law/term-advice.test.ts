import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { PaymentTerms } from '../../../../shared/dates/payment-terms.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import type { TermActivity } from '../../../../shared/law/term-activity.ts';
import { dueDateWarning, termAdvice } from '../../../../shared/law/term-advice.ts';

const advice = (terms: PaymentTerms, activity: TermActivity = 'general', parameters = shippedParameters) =>
  termAdvice(terms, activity, day('2026-11-22'), parameters);

describe('advice on payment terms', () => {
  it('gives an example of today and the longest lawful term', () => {
    expect(advice({ kind: 'net', days: 30 })).toEqual({
      example: 'Une facture émise aujourd’hui, le 22/11/2026, serait due le 22/12/2026.',
      cap: '60\u00A0jours après l’émission de la facture (C. com. art. L441-10 I)',
      warning: undefined,
    });
    expect(advice({ kind: 'after-receipt', days: 30 }, 'public-body')).toMatchObject({
      example: 'Une facture reçue ou livrée aujourd’hui, le 22/11/2026, serait due le 22/12/2026.',
      cap: '30\u00A0jours après la réception de la demande de paiement (CCP art. R2192-10)',
    });
    expect(advice({ kind: 'net', days: 30 }, 'consumer')).toMatchObject({
      cap: 'Aucun envers un consommateur',
      warning: undefined,
    });
  });

  it('warns beyond it, with an invoice that would be late and the fines', () => {
    expect(advice({ kind: 'net', days: 61 }).warning).toBe(
      'Plus long que la loi ne le permet\u00A0: une facture du 22/11/2026 serait due le 22/01/2027, au lieu du 21/01/2027 au plus tard. L’amende administrative peut atteindre 2\u202F000\u202F000\u00A0€ pour une société, 75\u202F000\u00A0€ pour une personne physique (C. com. art. L441-16).',
    );
    // Today's invoice is within the limit, that of 2 January is not.
    expect(advice({ kind: 'end-of-month', days: 30, method: 'add-then-end', plusDays: 5 }).warning).toContain(
      'une facture du 02/12/2026 serait due le 05/02/2027, au lieu du 31/01/2027',
    );
  });

  it('names no fine where a public buyer pays late or the fine is not known', () => {
    expect(advice({ kind: 'after-receipt', days: 45 }, 'public-body').warning).toBe(
      'Plus long que la loi ne le permet\u00A0: une facture du 22/11/2026 serait due le 06/01/2027, au lieu du 22/12/2026 au plus tard.',
    );
    const without = shippedParameters.filter(({ name }) => name !== 'term-fine-legal-person');
    expect(advice({ kind: 'net', days: 61 }, 'general', without).warning).toMatch(/au plus tard\.$/u);
  });

  it('says that the limit is not known rather than guess it', () => {
    expect(advice({ kind: 'net', days: 61 }, 'general', [])).toEqual({
      example: 'Une facture émise aujourd’hui, le 22/11/2026, serait due le 22/01/2027.',
      cap: 'Pas connu pour cette date',
      warning: undefined,
    });
  });

  it('has no example of terms that cannot be counted', () => {
    expect(advice({ kind: 'net', days: -1 }).example).toBeUndefined();
  });
});

describe('the warning for one due date', () => {
  const warning = (dueOn: string, activity?: TermActivity, parameters = shippedParameters) =>
    dueDateWarning({ issuedOn: '2026-11-22', dueOn, activity }, parameters);

  it('is there only beyond the longest lawful one', () => {
    expect(warning('2027-01-21')).toBeUndefined();
    expect(warning('2027-01-22')).toBe(
      'Échéance plus tardive que la loi ne le permet\u00A0: 21/01/2027 au plus tard, 60\u00A0jours après l’émission de la facture (C. com. art. L441-10 I).',
    );
    expect(warning('2027-01-21', 'transport')).toContain('22/12/2026 au plus tard');
    expect(warning('2028-01-01', 'consumer')).toBeUndefined();
    expect(warning('2028-01-01', 'general', [])).toBeUndefined();
  });
});
