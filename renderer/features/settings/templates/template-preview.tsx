import { Button, Select } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { instantOf } from '../../../../shared/dates/clock.ts';
import type { ClientLanguage } from '../../../../shared/ledger/client-language.ts';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import { letterOfReminder } from '../../../../shared/letters/letter-of-reminder.ts';
import { buildReminder } from '../../../../shared/reminders/build-reminder.ts';
import { deadlineFor, grantedDaysFor } from '../../../../shared/reminders/deadline.ts';
import { remedyPlace } from '../../../../shared/reminders/field-remedy.ts';
import { isFormal } from '../../../../shared/reminders/level.ts';
import { templateLanguage } from '../../../../shared/reminders/message-language.ts';
import type { Proposal } from '../../../../shared/reminders/proposal.ts';
import { isOnPaper } from '../../../../shared/reminders/reminder-names.ts';
import {
  type RenderedText,
  renderTemplate,
  type TemplateFailure,
} from '../../../../shared/reminders/render-template.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import {
  asIfDue,
  previewClients,
  previewProposal,
  previewTemplate,
  stepUsing,
} from '../../../../shared/reminders/template-preview.ts';
import { sampleMessageValues } from '../../../../shared/reminders/template-samples.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { places } from '../../../application/places.ts';
import { usePlanning } from '../../../application/use-planning.ts';
import { Card } from '../../../ui/card.tsx';
import { MessageView } from '../../../ui/message-view.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { LetterFrame } from '../../letters/letter-frame.tsx';
import classes from './templates.module.css';

const example = 'example';
/** Enough clients to try a text on; the others are found by typing. */
const mostShown = 100;

const views = [
  { value: 'text', label: 'Texte' },
  { value: 'letter', label: 'Courrier' },
] as const;

/** What keeps the message from being written, and the way to what mends it. */
const Obstacle = ({
  failure,
  clientId,
}: {
  readonly failure: TemplateFailure;
  readonly clientId?: string;
}) => {
  const where = failure.kind === 'empty-field' ? remedyPlace(failure.name) : 'text';
  const link =
    where === 'company'
      ? { place: places.settingsSection('societe'), label: 'Réglages › Société' }
      : where === 'scenario'
        ? { place: places.settingsSection('scenario'), label: 'Réglages › Scénarios' }
        : where === 'client' && clientId !== undefined
          ? { place: places.client(clientId), label: 'Ouvrir la fiche' }
          : undefined;
  return (
    <Notice
      tone="alert"
      action={
        link && (
          <Button component={Link} href={link.place} size="compact-sm" variant="default">
            {link.label}
          </Button>
        )
      }
    >
      {failure.message}
    </Notice>
  );
};

/** The letter as it would be printed for that client today; its text where it cannot be set. */
const LetterView = ({
  proposal,
  text,
  language,
}: {
  readonly proposal: Proposal;
  readonly text: RenderedText;
  readonly language: ClientLanguage;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const letter = useMemo(() => {
    const client = ledger.clients.get(proposal.clientId);
    const deadlineOn =
      client &&
      deadlineFor(
        grantedDaysFor(proposal.step, client),
        proposal.channel,
        today,
        settingsOf(ledger, 'reminders').calendar,
      );
    const state = { kind: 'to-print', approvedAt: instantOf(Date.parse(today)) } as const;
    return letterOfReminder(
      ledger,
      buildReminder(proposal, { ...text, deadlineOn, ...(language === 'en' ? { language } : {}) }, state),
      today,
    );
  }, [ledger, proposal, text, language, today]);
  return letter.ok ? (
    <div className={classes.letter}>
      <LetterFrame model={letter.value} />
    </div>
  ) : (
    <Notice tone="alert">{letter.error.message}</Notice>
  );
};

/** The text as typed, filled for a real client, or with invented values. */
export const TemplatePreview = ({ template }: { readonly template: MessageTemplate }) => {
  const ledger = useLedger();
  const today = useToday();
  const { proposals } = usePlanning();
  const [chosen, setChosen] = useState<string>();
  const [view, setView] = useState<(typeof views)[number]['value']>('text');
  const clients = useMemo(
    () => previewClients(ledger, template.id, proposals),
    [ledger, template.id, proposals],
  );
  const fallback = clients.find(({ fits }) => fits)?.clientId ?? example;
  const clientId =
    chosen !== undefined && (chosen === example || ledger.clients.has(chosen)) ? chosen : fallback;
  const proposal = useMemo(() => {
    const found =
      clientId === example ? undefined : previewProposal(ledger, clientId, template.id, today, proposals);
    return found && asIfDue(ledger, template.id, found);
  }, [ledger, clientId, template.id, today, proposals]);
  const typed = useDeferredValue(template);
  const onPaper = isOnPaper(stepUsing(ledger, template.id)?.channel ?? 'email');
  const language = templateLanguage(template.id);
  const rendered = useMemo(
    () =>
      proposal
        ? previewTemplate(ledger, typed, proposal, today)
        : renderTemplate(typed, sampleMessageValues(onPaper, language)),
    [ledger, typed, proposal, today, onPaper, language],
  );
  const group = (isWanted: (client: (typeof clients)[number]) => boolean) =>
    clients.filter(isWanted).map(({ clientId: value, name }) => ({ value, label: name }));
  const groups = [
    { group: 'À relancer aujourd’hui', items: group(({ isDue }) => isDue) },
    { group: 'Autres clients qui doivent', items: group(({ isDue }) => !isDue) },
    { group: 'Sans client', items: [{ value: example, label: 'Exemple inventé' }] },
  ].filter(({ items }) => items.length > 0);
  const canShowLetter =
    proposal !== undefined && isOnPaper(proposal.channel) && (language === 'fr' || !isFormal(proposal.level));
  return (
    <Card title="Aperçu">
      <div className={classes.stack}>
        <div className={classes.previewHead}>
          <Select
            aria-label="Aperçu avec le client"
            className={classes.previewClient ?? ''}
            allowDeselect={false}
            searchable
            limit={mostShown}
            nothingFoundMessage="Aucun client de ce nom ne doit quelque chose."
            data={groups}
            value={clientId}
            onChange={(value) => setChosen(value ?? example)}
          />
          {canShowLetter && (
            <SegmentedChoice legend="Présentation" choices={views} value={view} onChange={setView} />
          )}
        </div>
        {!rendered.ok ? (
          <Obstacle failure={rendered.error} {...(clientId === example ? {} : { clientId })} />
        ) : canShowLetter && view === 'letter' ? (
          <LetterView proposal={proposal} text={rendered.value} language={language} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section className={classes.preview} aria-label="Aperçu du message" tabIndex={0} lang={language}>
            <p className={classes.subject}>{rendered.value.subject}</p>
            <MessageView body={rendered.value.body} />
          </section>
        )}
      </div>
    </Card>
  );
};
