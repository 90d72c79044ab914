import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { tableMarker } from '../../../shared/letters/letter-text.ts';
import type { ComposedMessage } from '../../../shared/reminders/compose-message.ts';
import { makeEdit } from '../../../shared/reminders/edited-message.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { isOnPaper } from '../../../shared/reminders/reminder-names.ts';
import { lintWording } from '../../../shared/reminders/wording-lint.ts';
import { Notice } from '../../ui/notice.tsx';
import { rememberEdit } from './edit-memory.ts';
import classes from './proposal-preview.module.css';

/** What no reader should find in a finished text, with the article that forbids it. */
const warningsOf = (subject: string, body: string): readonly string[] =>
  lintWording(subject, body).map(({ message, law }) => (law === undefined ? message : `${message} (${law})`));

/** Changes subject and text of this one message; the template stays as it is. */
export const EditMessageForm = ({
  proposal,
  base,
  current,
  onDone,
}: {
  readonly proposal: Proposal;
  /** As the template gives it. */
  readonly base: ComposedMessage;
  readonly current: ComposedMessage;
  readonly onDone: () => void;
}) => {
  const [subject, setSubject] = useState(current.subject);
  const [body, setBody] = useState(current.body);
  const [problem, setProblem] = useState<string>();
  const onPaper = isOnPaper(proposal.channel);
  const warnings = warningsOf(subject, body);
  const submit = (): void => {
    const made = makeEdit(base, { subject, body });
    if (made.problem !== undefined) {
      setProblem(made.problem);
      return;
    }
    rememberEdit(proposal.id, made.edit);
    onDone();
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onDone();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        }
      }}
    >
      <TextInput
        label="Objet"
        value={subject}
        maxLength={900}
        data-autofocus
        autoFocus
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      {warnings.map((warning) => (
        <Notice key={warning} tone="caution">
          {warning}
        </Notice>
      ))}
      <Textarea
        label="Texte"
        {...(onPaper
          ? {
              description: `La ligne ${tableMarker} marque la place du tableau des factures ; gardez-la seule sur sa ligne.`,
            }
          : {})}
        autosize
        minRows={12}
        maxRows={24}
        maxLength={150_000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {problem !== undefined && <Notice tone="alert">{problem}</Notice>}
      <Group gap="xs" justify="flex-end">
        {(current.subject !== base.subject || current.body !== base.body) && (
          <Button
            variant="subtle"
            onClick={() => {
              rememberEdit(proposal.id, undefined);
              onDone();
            }}
          >
            Revenir au modèle
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          Annuler
        </Button>
        <Button type="submit" variant="default">
          Garder ce texte
        </Button>
      </Group>
    </form>
  );
};
