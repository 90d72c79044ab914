import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { MailX } from 'lucide-react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { isEmailAddress } from '../../../shared/identifiers/email-address.ts';
import type { Contact } from '../../../shared/ledger/client.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { confirmAddress, markBounced } from '../../db/commands/bounced-address.ts';
import classes from './client-details.module.css';

/** « Adresse en erreur »: since when mail came back, with the way out. */
export const BouncedAddress = ({
  clientId,
  contact,
}: {
  readonly clientId: string;
  readonly contact: Contact;
}) => {
  const run = useRun();
  const { id: contactId, email, bouncedOn } = contact;
  if (email === undefined || bouncedOn === undefined) return null;
  return (
    <div className={classes.bounced}>
      <span>En erreur depuis le {formatDay(bouncedOn)} : plus rien n’y part.</span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Confirmer que l’adresse ${email} est bonne`}
        onClick={() => void run(confirmAddress, { clientId, contactId })}
      >
        L’adresse est bonne
      </Button>
    </div>
  );
};

/** The user got a message back: nothing more is to go to that address. */
export const MarkBounced = ({
  clientId,
  contact,
}: {
  readonly clientId: string;
  readonly contact: Contact;
}) => {
  const today = useToday();
  const run = useRun();
  const { id: contactId, email, bouncedOn } = contact;
  if (email === undefined || bouncedOn !== undefined || !isEmailAddress(email)) return null;
  return (
    <Tooltip label="Un message est revenu : signaler l’adresse en erreur">
      <ActionIcon
        aria-label={`Signaler l’adresse ${email} en erreur`}
        onClick={() => void run(markBounced, { clientId, contactId, bouncedOn: today })}
      >
        <MailX size={16} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
};
