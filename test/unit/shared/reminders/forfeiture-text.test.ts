import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { PaymentPlan } from '../../../../shared/ledger/agreement.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { forfeitureLetter, forfeitureNoticeLetter } from '../../../../shared/reminders/forfeiture-text.ts';
import { aLedger, anInvoice } from './sample-ledger.ts';

const plan: PaymentPlan = {
  id: 'plan',
  clientId: 'c1',
  invoiceIds: ['f-1', 'f-2'],
  agreedOn: day('2026-11-02'),
  instalments: [
    { dueOn: day('2026-11-13'), cents: cents(60_000) },
    { dueOn: day('2026-12-14'), cents: cents(90_000) },
  ],
  forfeitureNotice: { sentOn: day('2026-11-20'), endsOn: day('2026-11-28') },
};
const ledger = aLedger({
  invoices: [
    anInvoice('f-1', { totalCents: cents(70_000) }),
    anInvoice('f-2', { totalCents: cents(80_000) }),
  ],
  plans: [plan],
});

describe('the letters of the « déchéance du terme »', () => {
  const notice = forfeitureNoticeLetter(ledger, plan, day('2026-11-20'), day('2026-11-28'));

  it('the notice names what was missed, the last day and what follows', () => {
    expect(notice.subject).toBe('MISE EN DEMEURE AVANT DÉCHÉANCE DU TERME');
    expect(notice.body).toContain('–\u00A0échéance du 13 novembre 2026\u00A0: 600,00\u00A0€');
    expect(notice.body).toContain('la somme de 600,00\u00A0€ au plus tard le 28 novembre 2026');
    expect(notice.body).toContain('soit 1\u202F500,00\u00A0€ à ce jour, deviendra exigible');
    expect(notice.body).toContain('des factures n°\u00A0F-1 et F-2');
    expect(notice.body).toContain('Sandrine Dupré\nAtelier Dupré SARL');
  });

  it('the second one follows the notice and claims the whole', () => {
    const { body } = forfeitureLetter(ledger, { ...plan, invoiceIds: ['f-1'] });
    expect(body).toContain('Notre mise en demeure du 20 novembre 2026 est restée sans effet');
    expect(body).toContain('de la facture n°\u00A0F-1, soit 700,00\u00A0€, est exigible immédiatement');
  });

  it('is set in French, without threat nor accusation', () => {
    for (const { body } of [notice, forfeitureLetter(ledger, plan)])
      expect(body).not.toMatch(/ [:;!?»€]|« |'| {2}|huissier|saisie|mauvaise foi/);
  });
});
