import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import type { Cents } from '../../../../shared/money/cents.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { saveSettings } from '../../../db/commands/settings.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { Card } from '../../../ui/card.tsx';
import {
  type DiscountDraft,
  DiscountFields,
  discountOfDraft,
  draftOfDiscount,
  isWholeDiscount,
} from '../../../ui/discount-fields.tsx';
import { Fields, SectionForm } from '../section-form.tsx';
import { useDraftForm } from '../use-draft-form.tsx';

/** A bank that keeps more than this is no matter of tolerance. */
const mostTolerance = 10_000;

type MatchingValues = { feeToleranceCents: Cents | undefined; discount: DiscountDraft };

const problemsOf = ({ feeToleranceCents, discount }: MatchingValues): Record<string, string> => ({
  ...(feeToleranceCents === undefined
    ? { feeToleranceCents: 'Indiquez un montant, même zéro.' }
    : feeToleranceCents > mostTolerance
      ? { feeToleranceCents: '100\u00A0€ au plus.' }
      : {}),
  ...(isWholeDiscount(discount) ? {} : { discount: 'Complétez l’escompte.' }),
});

/** « Rapprochement »: how far money and invoices may differ. */
export const MatchingSection = () => {
  const ledger = useLedger();
  const run = useRun();
  const { feeToleranceCents, earlyPaymentDiscount } = settingsOf(ledger, 'matching');
  const draft = useDraftForm<MatchingValues>({
    key: 'matching',
    section: 'rapprochement',
    stored: { feeToleranceCents, discount: draftOfDiscount(earlyPaymentDiscount) },
    problems: problemsOf,
  });
  const { form } = draft;
  const toleranceError = form.errors.feeToleranceCents;
  return (
    <SectionForm
      draft={draft}
      onSave={async ({ feeToleranceCents: tolerance, discount }) => {
        if (tolerance !== undefined)
          await run(saveSettings, {
            id: 'matching',
            feeToleranceCents: tolerance,
            earlyPaymentDiscount: discountOfDraft(discount),
          });
      }}
    >
      <Card title="Frais bancaires">
        <Fields wide>
          <AmountInput
            label="Frais que la banque du client peut retenir"
            description="Jusqu’à ce montant, Acquit propose de solder la facture quand même. 0 pour ne jamais le proposer."
            value={form.values.feeToleranceCents}
            onChange={(tolerance) => form.setValues({ feeToleranceCents: tolerance })}
            error={typeof toleranceError === 'string' ? toleranceError : undefined}
          />
        </Fields>
      </Card>
      <Card title="Escompte">
        <DiscountFields
          label="Escompte pour paiement anticipé à tous les clients"
          description="Tel que vos conditions de vente et vos factures le prévoient (C. com. L441-9). Il se règle aussi client par client, dans ses conditions."
          value={form.values.discount}
          onChange={(discount) => form.setValues({ discount })}
          showsProblems={form.errors.discount !== undefined}
        />
      </Card>
    </SectionForm>
  );
};
