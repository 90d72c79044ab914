import { Button, Stack } from '@mantine/core';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { Dialog } from '../../ui/form-dialog.tsx';

/** Which invoice of a message is meant, where it claims several. */
export const InvoiceChoiceDialog = ({
  opened,
  proposal,
  onPick,
  onClose,
}: {
  readonly opened: boolean;
  readonly proposal: Proposal;
  readonly onPick: (invoiceId: string) => void;
  readonly onClose: () => void;
}) => (
  <Dialog title="Quelle facture est contestée ?" opened={opened} onClose={onClose}>
    <Stack gap="xs">
      {proposal.lines.map(({ invoice, remainingCents }, index) => (
        <Button
          key={invoice.id}
          variant="default"
          justify="space-between"
          data-autofocus={index === 0 ? true : undefined}
          rightSection={<span className="figures">{formatMoney(remainingCents, proposal.currency)}</span>}
          onClick={() => onPick(invoice.id)}
        >
          {invoice.number}
        </Button>
      ))}
    </Stack>
  </Dialog>
);
