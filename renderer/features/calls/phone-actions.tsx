import { ActionIcon, Button, Popover } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Copy, QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { dialledPhone } from '../../../shared/identifiers/dialled-phone.ts';
import { printedPhone } from '../../../shared/identifiers/printed-phone.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { places } from '../../application/places.ts';
import { bridge } from '../../bridge/bridge.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import classes from './calls.module.css';

/** Copies a text and says so; says why where the system refuses. */
export const copyToClipboard = async (text: string, done: string): Promise<void> => {
  const copied = await bridge.copyText(text);
  notifications.show(
    copied.ok ? { message: done, autoClose: 3000 } : { color: 'red', message: copied.error.message },
  );
};

/** The number in figures, to read, to copy, or to dial by scanning it with the telephone. */
export const PhoneActions = ({ task }: { readonly task: CallTask }) => {
  const [isScanning, setIsScanning] = useState(false);
  const { contact, proposal } = task;
  const phone = contact?.phone?.trim();
  const isText = proposal.channel === 'sms';
  if (!phone)
    return (
      <Button variant="default" size="compact-sm" component={Link} href={places.client(proposal.clientId)}>
        {isText ? 'Ajouter un numéro de portable' : 'Ajouter un numéro'}
      </Button>
    );
  const dialled = dialledPhone(phone);
  return (
    <div className={classes.phone}>
      <span className={classes.contact} title={contact?.name}>
        {contact?.name}
      </span>
      <span className={`${classes.number} figures`}>{printedPhone(phone)}</span>
      <ActionIcon
        variant="default"
        aria-label="Copier le numéro"
        title="Copier le numéro (C)"
        onClick={() => void copyToClipboard(phone, 'Numéro copié.')}
      >
        <Copy size={16} aria-hidden="true" />
      </ActionIcon>
      {!isText && dialled !== undefined && (
        <Popover
          opened={isScanning}
          onChange={setIsScanning}
          position="bottom"
          shadow="md"
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <ActionIcon
              variant="default"
              aria-label="Composer en scannant un code"
              aria-expanded={isScanning}
              title="Composer en scannant un code"
              onClick={() => setIsScanning((was) => !was)}
            >
              <QrIcon size={16} aria-hidden="true" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label="Composer en scannant un code">
            <QrCode
              payload={`tel:${dialled}`}
              label={`Code à scanner pour appeler le ${printedPhone(phone)}`}
            />
            <p className={classes.scanHint}>Scannez avec votre téléphone pour appeler.</p>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
};
