import { ActionIcon, Menu } from '@mantine/core';
import {
  Ban,
  Ellipsis,
  HandCoins,
  Handshake,
  Hourglass,
  ListOrdered,
  Pause,
  Pencil,
  Scale,
  ShieldAlert,
  UserRoundCheck,
} from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { InvoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { cancelInvoice } from '../../db/commands/invoices.ts';
import { CloseDisputeDialog } from '../agreements/close-dispute-dialog.tsx';
import type { InvoiceAction } from '../invoices/invoice-actions.tsx';
import { InvoiceCopyItems } from '../invoices/invoice-copy-items.tsx';
import { InvoiceStopItems } from '../invoices/invoice-stop-items.tsx';

/** What can be done to one invoice or credit note, by its standing. */
export const ClientInvoiceMenu = ({
  invoice,
  standing,
  onAsk,
}: {
  readonly invoice: Invoice;
  readonly standing: InvoiceStanding;
  readonly onAsk: (action: InvoiceAction) => void;
}) => {
  const run = useRun();
  const dispute = standing.kind === 'open' ? standing.dispute : undefined;
  const [closing, setClosing] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={`Actions sur ${invoice.number}`}>
            <Ellipsis size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {standing.kind === 'open' && (
            <>
              <Menu.Item
                leftSection={<HandCoins size={16} aria-hidden="true" />}
                rightSection="P"
                onClick={() => onAsk('paid')}
              >
                Marquer payée
              </Menu.Item>
              <Menu.Item
                leftSection={<Handshake size={16} aria-hidden="true" />}
                onClick={() => onAsk('promise')}
              >
                Promesse de paiement
              </Menu.Item>
              <Menu.Item
                leftSection={<Pause size={16} aria-hidden="true" />}
                rightSection="R"
                onClick={() => onAsk('postpone')}
              >
                Reporter les relances
              </Menu.Item>
              {dispute === undefined ? (
                <Menu.Item
                  leftSection={<ShieldAlert size={16} aria-hidden="true" />}
                  rightSection="L"
                  onClick={() => onAsk('dispute')}
                >
                  Ouvrir un litige
                </Menu.Item>
              ) : (
                <Menu.Item
                  leftSection={<ShieldAlert size={16} aria-hidden="true" />}
                  onClick={() => setClosing(true)}
                >
                  Clore le litige
                </Menu.Item>
              )}
              <Menu.Item
                leftSection={<Hourglass size={16} aria-hidden="true" />}
                onClick={() => onAsk('limitation')}
              >
                Prescription
              </Menu.Item>
              {invoice.kind === 'invoice' && (
                <Menu.Item
                  leftSection={<UserRoundCheck size={16} aria-hidden="true" />}
                  onClick={() => onAsk('hand-over')}
                >
                  Confier à un tiers
                </Menu.Item>
              )}
              {invoice.kind === 'invoice' && (
                <Menu.Item
                  leftSection={<ListOrdered size={16} aria-hidden="true" />}
                  onClick={() => onAsk('scenario')}
                >
                  Changer de scénario
                </Menu.Item>
              )}
            </>
          )}
          <InvoiceStopItems invoice={invoice} standing={standing} onAsk={onAsk} />
          {standing.kind === 'open' && <Menu.Divider />}
          {invoice.kind === 'invoice' && standing.kind !== 'cancelled' && (
            <Menu.Item
              component={Link}
              href={places.clientStatement(invoice.clientId, invoice.id)}
              leftSection={<Scale size={16} aria-hidden="true" />}
            >
              Décompte
            </Menu.Item>
          )}
          {invoice.kind === 'invoice' && <InvoiceCopyItems invoice={invoice} />}
          <Menu.Item
            leftSection={<Pencil size={16} aria-hidden="true" />}
            rightSection="E"
            onClick={() => onAsk('edit')}
          >
            Modifier
          </Menu.Item>
          {standing.kind !== 'cancelled' && (
            <Menu.Item
              leftSection={<Ban size={16} aria-hidden="true" />}
              onClick={() => void run(cancelInvoice, { id: invoice.id })}
            >
              {invoice.kind === 'invoice' ? 'Annuler la facture' : 'Annuler l’avoir'}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dispute && <CloseDisputeDialog dispute={dispute} opened={closing} onClose={() => setClosing(false)} />}
    </>
  );
};
