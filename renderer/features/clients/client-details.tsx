import { ActionIcon, Badge, Button, Group } from '@mantine/core';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { isEmailAddress } from '../../../shared/identifiers/email-address.ts';
import { formatSiren } from '../../../shared/identifiers/siren.ts';
import { formatVatNumber } from '../../../shared/identifiers/vat-number.ts';
import { openServiceBlock } from '../../../shared/ledger/blocked-services.ts';
import type { Client, Contact } from '../../../shared/ledger/client.ts';
import { clientLanguageNames } from '../../../shared/ledger/client-language.ts';
import { contactRoleNames } from '../../../shared/ledger/client-names.ts';
import { describeRhythm } from '../../../shared/reminders/rhythm-text.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { excludeClient, removeContact } from '../../db/commands/clients.ts';
import { endInsolvency } from '../../db/commands/insolvency.ts';
import { Card } from '../../ui/card.tsx';
import { BlockServicesDialog } from './block-services-dialog.tsx';
import { BouncedAddress, MarkBounced } from './bounced-address.tsx';
import classes from './client-details.module.css';
import { ContactDialog } from './contact-dialog.tsx';
import { DetailsList } from './details-list.tsx';
import { ExclusionDialog } from './exclusion-dialog.tsx';
import badges from './flag-badges.module.css';
import { IdentityDialog } from './identity-dialog.tsx';
import { InsolvencyDialog } from './insolvency-dialog.tsx';
import { insolvencyRows } from './insolvency-rows.ts';
import { RhythmDialog } from './rhythm-dialog.tsx';
import { TermsCard } from './terms-card.tsx';
import { TermsDialog } from './terms-dialog.tsx';

type Opened = 'identity' | 'terms' | 'exclusion' | 'insolvency' | 'contact' | 'rhythm' | 'services';

const ContactLine = ({
  clientId,
  contact,
  onEdit,
  onRemove,
}: {
  readonly clientId: string;
  readonly contact: Contact;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) => {
  const name = contact.name || contact.email || contact.phone || 'contact';
  return (
    <li className={classes.contact}>
      <div className={classes.contactTexts}>
        {contact.name || 'Sans nom'}{' '}
        <Badge component="span" className={badges.badge ?? ''} data-tone="quiet">
          {contactRoleNames[contact.role]}
        </Badge>
        {contact.email !== undefined && (
          <div className={classes.contactLine}>
            {contact.email}
            {!isEmailAddress(contact.email) && (
              <span className={classes.invalid}> (adresse à corriger, rien ne partira)</span>
            )}
          </div>
        )}
        <BouncedAddress clientId={clientId} contact={contact} />
        {contact.phone !== undefined && <div className={classes.contactLine}>{contact.phone}</div>}
      </div>
      <MarkBounced clientId={clientId} contact={contact} />
      <ActionIcon aria-label={`Modifier ${name}`} onClick={onEdit}>
        <Pencil size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={`Retirer ${name}`} onClick={onRemove}>
        <Trash2 size={16} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
};

const addressText = (client: Client): string | undefined => {
  const { address } = client;
  if (!address) return undefined;
  const isAbroad = address.country !== undefined && address.country.toLowerCase() !== 'france';
  return [
    ...address.lines,
    `${address.postcode} ${address.city}`.trim(),
    isAbroad ? (address.country ?? '') : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
};

const rhythmText = ({ rhythm }: Client): string =>
  rhythm === undefined ? 'Réglage général' : describeRhythm(rhythm);

const lenientRows = ({ lenient }: Client): readonly (readonly [string, string])[] =>
  lenient === undefined
    ? []
    : [['Mode indulgent', `Du ${formatDay(lenient.from)} au ${formatDay(lenient.until)}`]];

/** Who the client is, whom to write to, what was agreed, and when he is not reminded. */
export const ClientDetails = ({ client }: { readonly client: Client }) => {
  const run = useRun();
  const today = useToday();
  const [opened, setOpened] = useState<Opened>();
  const [contact, setContact] = useState<Contact>();
  const close = (): void => setOpened(undefined);
  const edit = (what: Opened, label: string) => (
    <Button size="compact-sm" variant="subtle" aria-label={label} onClick={() => setOpened(what)}>
      Modifier
    </Button>
  );
  const { insolvency } = client;
  return (
    <div className={classes.columns}>
      <Card title="Identité et adresse" actions={edit('identity', 'Modifier l’identité et l’adresse')}>
        <DetailsList
          rows={[
            ['Nom', client.name],
            ['Code client', client.code],
            ['SIREN', client.siren === undefined ? undefined : formatSiren(client.siren)],
            ['N° de TVA', client.vatNumber === undefined ? undefined : formatVatNumber(client.vatNumber)],
            ['Adresse', addressText(client)],
            ['Langue', clientLanguageNames[client.language ?? 'fr']],
          ]}
        />
      </Card>
      <Card
        title="Contacts"
        actions={
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus size={14} aria-hidden="true" />}
            onClick={() => {
              setContact(undefined);
              setOpened('contact');
            }}
          >
            Ajouter un contact
          </Button>
        }
      >
        {client.contacts.length === 0 ? (
          <p className={classes.help} style={{ marginTop: 0 }}>
            Aucun contact : sans adresse e-mail, les relances sont proposées par courrier.
          </p>
        ) : (
          <ul className={classes.contacts}>
            {client.contacts.map((one) => (
              <ContactLine
                key={one.id}
                clientId={client.id}
                contact={one}
                onEdit={() => {
                  setContact(one);
                  setOpened('contact');
                }}
                onRemove={() => void run(removeContact, { clientId: client.id, contactId: one.id })}
              />
            ))}
          </ul>
        )}
      </Card>
      <TermsCard client={client} onEdit={() => setOpened('terms')} />
      <Card title="Relances de ce client">
        <DetailsList
          rows={[
            [
              'Exclusion',
              client.excludedReason === undefined
                ? 'Relancé normalement'
                : client.excludedReason || 'Exclu, sans motif',
            ],
            ['Rythme', rhythmText(client)],
            ...lenientRows(client),
            ...insolvencyRows(insolvency),
          ]}
        />
        <Group gap="xs" mt="md">
          {client.excludedReason === undefined ? (
            <Button size="compact-sm" variant="default" onClick={() => setOpened('exclusion')}>
              Ne plus relancer ce client
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void run(excludeClient, { id: client.id, reason: '' })}
            >
              Relancer de nouveau
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setOpened('rhythm')}>
            Rythme et mode indulgent
          </Button>
          {openServiceBlock(client, today) === undefined && (
            <Button size="compact-sm" variant="default" onClick={() => setOpened('services')}>
              Bloquer livraisons et SAV
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setOpened('insolvency')}>
            {insolvency === undefined ? 'Signaler une procédure' : 'Modifier la procédure'}
          </Button>
          {insolvency !== undefined && (
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              href={places.claimDeclaration(client.id)}
            >
              Déclaration de créance
            </Button>
          )}
          {insolvency !== undefined && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => void run(endInsolvency, { clientId: client.id })}
            >
              Retirer la procédure
            </Button>
          )}
        </Group>
      </Card>
      <IdentityDialog client={client} opened={opened === 'identity'} onClose={close} />
      <TermsDialog client={client} opened={opened === 'terms'} onClose={close} />
      <ContactDialog clientId={client.id} contact={contact} opened={opened === 'contact'} onClose={close} />
      <ExclusionDialog client={client} opened={opened === 'exclusion'} onClose={close} />
      <RhythmDialog client={client} opened={opened === 'rhythm'} onClose={close} />
      <InsolvencyDialog client={client} opened={opened === 'insolvency'} onClose={close} />
      <BlockServicesDialog client={client} opened={opened === 'services'} onClose={close} />
    </div>
  );
};
