import { Select, Text } from '@mantine/core';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import type { Day } from '../../../shared/dates/day.ts';
import type { PaymentTerms } from '../../../shared/dates/payment-terms.ts';
import { termActivityOf } from '../../../shared/law/term-activity.ts';
import { dueDateWarning } from '../../../shared/law/term-advice.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { termStartOf } from '../../../shared/ledger/client-terms.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type InvoiceDraft, missingDueDateText } from './invoice-draft.ts';
import classes from './invoice-form.module.css';
import { ReceiptFields, receiptFieldsStandFirst } from './receipt-fields.tsx';
import { customTerms, type TermChoice } from './term-choices.ts';

/** Date of the invoice, terms, the days that they count from, and the due date, which stays free. */
export const DueDateFields = ({
  draft,
  onChange,
  client,
  offered,
  terms,
  dueOn,
  tried,
}: {
  readonly draft: InvoiceDraft;
  readonly onChange: (changes: Partial<InvoiceDraft>) => void;
  readonly client: Client | undefined;
  readonly offered: readonly TermChoice[];
  /** The terms chosen; undefined for « Autre échéance ». */
  readonly terms: PaymentTerms | undefined;
  readonly dueOn: Day | undefined;
  readonly tried: boolean;
}) => {
  const parameters = legalParametersOf(useLedger());
  const { issuedOn } = draft;
  const missing = missingDueDateText(draft, terms, client?.regime);
  const warning =
    issuedOn === undefined || dueOn === undefined
      ? undefined
      : dueDateWarning(
          {
            issuedOn,
            dueOn,
            terms: terms ?? client?.terms,
            receivedOn: termStartOf(client?.regime, draft),
            activity: termActivityOf(
              client?.regime ?? 'b2b',
              draft.isCarriage ? 'transport' : client?.termActivity,
            ),
          },
          parameters,
        );
  return (
    <>
      <div className={classes.terms}>
        <DayInput
          label="Date de facture"
          value={issuedOn}
          onChange={(next) => onChange({ issuedOn: next })}
          error={tried && issuedOn === undefined ? 'Indiquez la date.' : undefined}
        />
        <Select
          label="Conditions de paiement"
          data={[...offered.map(({ value, label }) => ({ value, label })), customTerms]}
          value={draft.terms}
          allowDeselect={false}
          onChange={(picked) => {
            if (picked !== null)
              onChange({ terms: picked, ...(picked === customTerms.value && { typedDueOn: dueOn }) });
          }}
        />
        <DayInput
          label="Échéance"
          value={dueOn}
          onChange={(next) => onChange({ terms: customTerms.value, typedDueOn: next })}
        />
      </div>
      {receiptFieldsStandFirst(client, terms) && (
        <ReceiptFields draft={draft} onChange={onChange} client={client} />
      )}
      {missing !== undefined && (
        <Text size="sm" c="var(--text-quiet)">
          {missing}
        </Text>
      )}
      {warning !== undefined && <Notice tone="caution">{warning}</Notice>}
    </>
  );
};
