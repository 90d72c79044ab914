import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { Day } from '../../../shared/dates/day.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { firstMovementOn, owedInvoices } from '../../../shared/letters/kinds/account-statement.ts';
import {
  isHandwrittenByDefault,
  usualForfeitureDays,
} from '../../../shared/letters/kinds/payment-plan-letter.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import classes from './new-letter.module.css';
import { handoversFor, type LetterSubject, paymentsFor, plansFor } from './new-letter-choices.ts';
import type { LetterDraft } from './use-letter-draft.ts';

interface Part {
  readonly draft: LetterDraft;
  readonly ledger: Ledger;
  readonly today: Day;
}

const SubjectChoice = ({
  label,
  subjects,
  value,
  onChange,
}: {
  readonly label: string;
  readonly subjects: readonly LetterSubject[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}) => (
  <Select
    label={label}
    data={subjects.map(({ id, label: text }) => ({ value: id, label: text }))}
    value={value ?? null}
    allowDeselect={false}
    onChange={(id) => {
      if (id !== null) onChange(id);
    }}
  />
);

const StatementOptions = ({ draft, ledger, today }: Part) => (
  <DayInput
    label="Depuis le"
    description="Ce qui précède devient le solde à nouveau."
    value={draft.typed.statementFrom ?? firstMovementOn(ledger, draft.wish.clientId, today)}
    maxDay={today}
    onChange={(day) => {
      if (day !== undefined) draft.change({ statementFrom: day });
    }}
  />
);

const PlanOptions = ({ draft, ledger }: Part) => {
  const client = ledger.clients.get(draft.wish.clientId);
  return (
    <>
      <SubjectChoice
        label="Échéancier"
        subjects={plansFor(ledger, draft.wish.clientId)}
        value={draft.wish.planId}
        onChange={(planId) => draft.changeWish({ planId })}
      />
      <div className={classes.field}>
        <span className={classes.label}>Intérêts et indemnités si l’échéancier est tenu</span>
        <SegmentedChoice
          legend="Intérêts et indemnités si l’échéancier est tenu"
          choices={[
            { value: 'waived', label: 'Abandonnés' },
            { value: 'kept', label: 'Réservés' },
          ]}
          value={draft.wish.interest ?? 'waived'}
          onChange={(interest) => draft.changeWish({ interest })}
        />
      </div>
      <NumberInput
        label="Déchéance du terme"
        description="Jours après une mise en demeure restée sans effet"
        min={1}
        max={60}
        allowDecimal={false}
        value={draft.wish.forfeitureDays ?? usualForfeitureDays}
        onChange={(days) => {
          if (typeof days === 'number' && days >= 1) draft.changeWish({ forfeitureDays: days });
        }}
      />
      <Checkbox
        label="Mention manuscrite du débiteur"
        description="S’il n’est pas commerçant, il recopie la somme en lettres et en chiffres (C. civ. 1376)."
        checked={draft.typed.handwritten ?? (client !== undefined && isHandwrittenByDefault(client))}
        onChange={(event) => draft.change({ handwritten: event.currentTarget.checked })}
      />
    </>
  );
};

const shownInvoices = 40;

/** Which invoices a free letter lists. */
const FreeOptions = ({ draft, ledger, today }: Part) => {
  const owed = owedInvoices(ledger, draft.wish.clientId, today).slice(0, shownInvoices);
  const chosen = new Set(draft.wish.invoiceIds);
  if (owed.length === 0) return null;
  return (
    <fieldset className={classes.invoices}>
      <legend className={classes.label}>Factures à rappeler dans la lettre</legend>
      {owed.map(({ invoice, owedCents }) => (
        <Checkbox
          key={invoice.id}
          size="xs"
          label={`${invoice.number}, ${formatAmount(owedCents)}`}
          checked={chosen.has(invoice.id)}
          onChange={(event) =>
            draft.changeWish({
              invoiceIds: event.currentTarget.checked
                ? [...chosen, invoice.id]
                : [...chosen].filter((id) => id !== invoice.id),
            })
          }
        />
      ))}
    </fieldset>
  );
};

/** What a kind of letter leaves to choose beside its text. */
export const LetterOptions = (part: Part) => {
  const { draft, ledger } = part;
  switch (draft.wish.kind) {
    case 'account-statement':
      return <StatementOptions {...part} />;
    case 'payment-plan':
      return <PlanOptions {...part} />;
    case 'thanks':
      return (
        <SubjectChoice
          label="Règlement reçu"
          subjects={paymentsFor(ledger, draft.wish.clientId)}
          value={draft.wish.paymentId}
          onChange={(paymentId) => draft.changeWish({ paymentId })}
        />
      );
    case 'mandate':
      return (
        <SubjectChoice
          label="Confié à"
          subjects={handoversFor(ledger, draft.wish.clientId)}
          value={draft.wish.handoverId}
          onChange={(handoverId) => draft.changeWish({ handoverId })}
        />
      );
    case 'free':
      return <FreeOptions {...part} />;
    case 'discount-offer':
    case 'forfeiture-notice':
      return null;
  }
};
