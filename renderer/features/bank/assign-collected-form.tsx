import { Group, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { assignableHandovers } from '../../../shared/ledger/assignable-handovers.ts';
import { collectedShares } from '../../../shared/ledger/collected-shares.ts';
import { feeOnSum } from '../../../shared/ledger/handover-fee.ts';
import { handoverFigures } from '../../../shared/ledger/handover-figures.ts';
import { likeliestGross } from '../../../shared/matching/collector-fits.ts';
import { type Cents, cents, sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import { CollectedSum } from '../handovers/collected-sum.tsx';
import type { AssignFormProps } from './assign-form.ts';
import { invoicesText } from './target-text.ts';

/** A sum that was typed, be it nothing; undefined: none was. */
type Typed = { readonly cents: Cents | undefined } | undefined;

/** « Reversement d’un tiers »: what the client paid, of which the movement brings what the collector left. */
export const AssignCollectedForm = ({ movement, submitLabel, onSubmit, onClose }: AssignFormProps) => {
  const ledger = useLedger();
  const { amountCents } = movement;
  const choices = useMemo(
    () => assignableHandovers(ledger, { ...movement, bookedOn: movement.line.bookedOn }),
    [ledger, movement],
  );
  const [current] = movement.targets;
  const chosen = current?.kind === 'payment' && current.collected !== undefined ? current : undefined;
  const [id, setId] = useState(
    chosen?.collected?.handoverId ?? (choices.length === 1 ? choices[0]?.handover.id : undefined),
  );
  const [grossTyped, setGross] = useState<Typed>();
  const [feeTyped, setFee] = useState<Typed>();
  const [tried, setTried] = useState(false);

  const choice = choices.find(({ handover }) => handover.id === id);
  const handover = choice?.handover;
  const isProposed = chosen !== undefined && chosen.collected?.handoverId === id;
  const kept = handover === undefined ? 0 : handoverFigures(ledger, handover).feeCents;
  const usualGross = (): Cents | undefined => {
    if (isProposed) return sumCents([...chosen.shares.map((share) => share.cents), chosen.onAccountCents]);
    return handover && likeliestGross(handover.fee, amountCents, kept);
  };
  const gross = grossTyped === undefined ? usualGross() : grossTyped.cents;
  const usualFee = (): Cents | undefined => {
    if (gross === undefined || handover === undefined) return undefined;
    // What the movement does not bring was kept; of a smaller sum, what was agreed.
    return gross >= amountCents ? cents(gross - amountCents) : feeOnSum(handover.fee, gross, kept);
  };
  const fee = feeTyped === undefined ? usualFee() : feeTyped.cents;
  const net = gross === undefined ? undefined : gross - (fee ?? 0);
  const shares = isProposed && grossTyped === undefined ? chosen : undefined;
  const spread =
    handover && gross !== undefined && shares === undefined
      ? collectedShares(ledger, handover, gross)
      : undefined;
  const problem = (): string | undefined => {
    if (net === undefined) return undefined;
    if (net > amountCents)
      return `${formatAmount(cents(net - amountCents))} de trop\u00A0: le mouvement n’est que de ${formatAmount(amountCents)}.`;
    if (net <= 0) return 'La rémunération ne peut pas dépasser ce que le client a payé.';
    return undefined;
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (handover === undefined || gross === undefined || gross <= 0 || problem() !== undefined) return;
    await onSubmit([
      {
        kind: 'payment',
        clientId: handover.clientId,
        shares: shares?.shares ?? spread?.shares ?? [],
        onAccountCents: shares?.onAccountCents ?? spread?.leftCents ?? zeroCents,
        collected: { handoverId: handover.id, feeCents: fee ?? zeroCents },
      },
    ]);
  };
  const paid = invoicesText(
    ledger,
    (shares?.shares ?? spread?.shares ?? []).map(({ invoiceId }) => invoiceId),
  );
  const left = net === undefined ? 0 : amountCents - net;
  const hint =
    problem() ??
    (left > 0
      ? `${formatAmount(cents(left))} du mouvement resteront à affecter.`
      : (spread?.leftCents ?? 0) > 0
        ? `${formatAmount(spread?.leftCents ?? zeroCents)} de plus que ce qui reste dû attendront sur le compte du client.`
        : undefined);
  return (
    <DialogForm submitLabel={submitLabel} onSubmit={submit} onCancel={onClose} hint={hint}>
      <Select
        label="Dossier confié"
        placeholder="Partenaire et client"
        data={choices.map(({ handover: one, openCents }) => ({
          value: one.id,
          label: `${one.collector.name}\u00A0· ${ledger.clients.get(one.clientId)?.name ?? ''}\u00A0· reste dû ${formatAmount(openCents)}${one.reference === undefined ? '' : `\u00A0· réf. ${one.reference}`}`,
        }))}
        value={id ?? null}
        allowDeselect={false}
        searchable
        onChange={(picked) => {
          setId(picked ?? undefined);
          setGross(undefined);
          setFee(undefined);
        }}
        error={tried && handover === undefined ? 'Choisissez le dossier.' : undefined}
        data-autofocus={id === undefined || undefined}
      />
      {choice !== undefined && (
        <>
          <Group grow align="flex-start" gap="md">
            <AmountInput
              label="Payé par le client"
              description={`Reste dû\u00A0: ${formatAmount(choice.openCents)}`}
              value={gross}
              onChange={(typed) => setGross({ cents: typed })}
              error={
                tried && (gross === undefined || gross <= 0) ? 'Indiquez ce que le client a payé.' : undefined
              }
              data-autofocus={id !== undefined || undefined}
            />
            <AmountInput
              label="Gardé par le partenaire"
              description="TVA comprise. Zéro s’il la facture à part."
              value={fee}
              onChange={(typed) => setFee({ cents: typed })}
            />
          </Group>
          {gross !== undefined && net !== undefined && net > 0 && (
            <div>
              <CollectedSum fee={choice.handover.fee} grossCents={gross} feeCents={fee ?? zeroCents} />
              {paid !== '' && `Règle ${paid}.`}
            </div>
          )}
        </>
      )}
    </DialogForm>
  );
};
