import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ArrowLeft, RotateCcw, UserX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Day } from '../../../shared/dates/day.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { clientLetterReadiness } from '../../../shared/letters/kinds/client-letter-readiness.ts';
import { hasEnglish } from '../../../shared/letters/kinds/letter-kind-names.ts';
import type { LetterWish } from '../../../shared/letters/kinds/letter-wish.ts';
import { clientLetterNames } from '../../../shared/letters/paper-letter.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { addClientLetter } from '../../db/commands/client-letters.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { LetterFrame } from './letter-frame.tsx';
import classes from './new-letter.module.css';
import { handoversFor, paymentsFor, plansFor, whyNot } from './new-letter-choices.ts';
import { letterKinds } from './new-letter-items.tsx';
import { LetterOptions } from './new-letter-options.tsx';
import { ProblemList } from './problem-list.tsx';
import { draftRow, type LetterDraft, useLetterDraft } from './use-letter-draft.ts';

/** The page is set anew once the typing pauses. */
const pauseMs = 500;

/** The letter that an address asks for: its kind, and the plan, payment or hand-over that it is about. */
const wishOf = (ledger: Ledger, client: Client, search: string): LetterWish => {
  const asked = new URLSearchParams(search);
  const kind = letterKinds.find((one) => one === asked.get('genre')) ?? 'account-statement';
  return {
    clientId: client.id,
    kind,
    invoiceIds: [],
    planId: asked.get('plan') ?? plansFor(ledger, client.id)[0]?.id,
    paymentId: asked.get('reglement') ?? paymentsFor(ledger, client.id)[0]?.id,
    handoverId: asked.get('mandat') ?? handoversFor(ledger, client.id)[0]?.id,
    ...(client.language === 'en' && hasEnglish(kind) ? { language: 'en' } : {}),
  };
};

const LanguageField = ({ draft }: { readonly draft: LetterDraft }) =>
  hasEnglish(draft.wish.kind) ? (
    <SegmentedChoice
      legend="Langue de la lettre"
      choices={[
        { value: 'fr', label: 'Français' },
        { value: 'en', label: 'Anglais' },
      ]}
      value={draft.wish.language ?? 'fr'}
      onChange={(language) => draft.changeWish({ language: language === 'en' ? 'en' : undefined })}
    />
  ) : (
    <p className={classes.note}>Cette lettre engage ceux qui la signent&nbsp;: elle reste en français.</p>
  );

const TextFields = ({ draft }: { readonly draft: LetterDraft }) => {
  const proposed = draft.proposal.ok ? draft.proposal.value : undefined;
  const isTyped = draft.typed.subject !== undefined || draft.typed.body !== undefined;
  return (
    <>
      <TextInput
        label="Objet"
        maxLength={400}
        value={draft.typed.subject ?? proposed?.subject ?? ''}
        onChange={(event) => draft.change({ subject: event.currentTarget.value })}
      />
      <Textarea
        label="Texte"
        description="Une ligne vide sépare les paragraphes&#8239;; [tableau] est la place des chiffres."
        autosize
        minRows={10}
        maxRows={22}
        maxLength={30_000}
        value={draft.typed.body ?? proposed?.body ?? ''}
        onChange={(event) => draft.change({ body: event.currentTarget.value })}
      />
      {isTyped && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<RotateCcw size={14} aria-hidden="true" />}
            onClick={draft.revert}
          >
            Revenir au texte proposé
          </Button>
        </div>
      )}
      <Textarea
        label="Pièces jointes"
        description="Une par ligne, listées sous «&nbsp;PJ&nbsp;»."
        autosize
        minRows={2}
        maxRows={6}
        value={draft.typed.enclosures ?? proposed?.enclosures.join('\n') ?? ''}
        onChange={(event) => draft.change({ enclosures: event.currentTarget.value })}
      />
      <Checkbox
        label="Lettre recommandée avec demande d’avis de réception"
        checked={draft.letter.registered}
        onChange={(event) => draft.change({ registered: event.currentTarget.checked })}
      />
    </>
  );
};

/** What keeps the letter from being printed, or the page. */
const Preview = ({
  draft,
  ledger,
  today,
}: {
  readonly draft: LetterDraft;
  readonly ledger: Ledger;
  readonly today: Day;
}) => {
  const [letter] = useDebouncedValue(draft.letter, pauseMs);
  const readiness = useMemo(
    () => clientLetterReadiness(ledger, draftRow(letter, today), today),
    [ledger, letter, today],
  );
  if (!draft.proposal.ok) return <Notice tone="caution">{draft.proposal.error.message}</Notice>;
  if (readiness.kind === 'incomplete')
    return (
      <Notice tone="caution">
        <ProblemList problems={readiness.problems} clientId={letter.clientId} />
      </Notice>
    );
  return (
    <>
      {readiness.advice.length > 0 && (
        <Notice tone="info">
          <ProblemList problems={readiness.advice} clientId={letter.clientId} />
        </Notice>
      )}
      <LetterFrame model={readiness.model} />
    </>
  );
};

const NewLetter = ({ client }: { readonly client: Client }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const search = useSearch();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const draft = useLetterDraft(ledger, wishOf(ledger, client, search), today);
  const back = places.client(client.id);
  const add = async (): Promise<void> => {
    setBusy(true);
    const done = await run(addClientLetter, draft.letter);
    setBusy(false);
    if (done) go(places.letters);
  };
  return (
    <Page
      title="Nouveau courrier"
      fill
      lead={
        <Link href={back} className={classes.back} title={client.name}>
          <ArrowLeft size={14} aria-hidden="true" /> {client.name}
        </Link>
      }
      actions={
        <>
          <Button variant="default" component={Link} href={back}>
            Abandonner
          </Button>
          <Button loading={busy} disabled={!draft.proposal.ok} onClick={() => void add()}>
            Mettre à imprimer
          </Button>
        </>
      }
    >
      <div className={classes.split}>
        <section className={classes.form} aria-label="Contenu de la lettre">
          <Select
            label="Genre de lettre"
            data={letterKinds.map((kind) => ({
              value: kind,
              label: clientLetterNames[kind],
              disabled: kind !== draft.wish.kind && whyNot(ledger, client.id, kind, today) !== undefined,
            }))}
            value={draft.wish.kind}
            allowDeselect={false}
            data-autofocus
            onChange={(value) => {
              const kind = letterKinds.find((one) => one === value);
              if (kind === undefined) return;
              const language = hasEnglish(kind) ? draft.wish.language : undefined;
              draft.changeWish({ kind, language });
            }}
          />
          <LanguageField draft={draft} />
          <LetterOptions draft={draft} ledger={ledger} today={today} />
          <TextFields draft={draft} />
        </section>
        <section className={classes.preview} aria-label="Aperçu de la lettre">
          <Preview draft={draft} ledger={ledger} today={today} />
        </section>
      </div>
    </Page>
  );
};

/** « Nouveau courrier »: a letter beside the reminders, its text on the left, the page as printed on the right. */
export const NewLetterScreen = ({ clientId }: { readonly clientId: string }) => {
  const client = useLedger().clients.get(clientId);
  return client === undefined ? (
    <Page title="Nouveau courrier">
      <EmptyState
        icon={UserX}
        title="Ce client n’existe plus."
        action={
          <Button component={Link} href={places.clients} variant="default">
            Voir tous les clients
          </Button>
        }
      />
    </Page>
  ) : (
    <NewLetter client={client} />
  );
};
