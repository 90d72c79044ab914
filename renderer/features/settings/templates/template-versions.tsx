import { Button } from '@mantine/core';
import { useState } from 'react';
import { businessTime } from '../../../../shared/dates/clock.ts';
import { formatDay } from '../../../../shared/dates/format-day.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { shippedTemplate } from '../../../../shared/reminders/template-choice.ts';
import { formerVersions } from '../../../../shared/reminders/template-versions.ts';
import { textDifference } from '../../../../shared/reminders/text-difference.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { restoreTemplate, resumeTemplateVersion } from '../../../db/commands/templates.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './templates.module.css';

type Text = Pick<MessageTemplate, 'subject' | 'body'>;

const savedAt = (instant: string): string => {
  const { day, hour, minute } = businessTime(Date.parse(instant));
  return `${formatDay(day)} à ${hour}\u00A0h\u00A0${String(minute).padStart(2, '0')}`;
};

const marks = { same: 'span', removed: 'del', added: 'ins' } as const;

/** What a former text says otherwise: struck out what it says alone, underlined what is said now. */
const Difference = ({ former, present }: { readonly former: Text; readonly present: Text }) => {
  const whole = ({ subject, body }: Text): string => `${subject}\n\n${body}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.difference} aria-label="Différences avec le texte actuel" tabIndex={0}>
      {textDifference(whole(former), whole(present)).map(({ kind, text }, index) => {
        const Mark = marks[kind];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity but their place
          <Mark key={index} data-kind={kind}>
            {text}
          </Mark>
        );
      })}
    </section>
  );
};

const Row = ({
  label,
  former,
  present,
  action,
  isBusy,
  onAction,
}: {
  readonly label: string;
  readonly former: Text;
  readonly present: Text;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onAction: () => void;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.version}>
      <div className={classes.versionHead}>
        <span>{label}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open}
          aria-label={`Comparer avec la version actuelle\u00A0: ${label}`}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Fermer' : 'Comparer'}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          aria-label={`${action}\u00A0: ${label}`}
          onClick={onAction}
        >
          {action}
        </Button>
      </div>
      {open && <Difference former={former} present={present} />}
    </li>
  );
};

/** Former texts of a template and the one it came with; each can be compared and taken again. */
export const TemplateVersions = ({
  template,
  isEdited,
  isDirty,
}: {
  /** As stored. */
  readonly template: MessageTemplate;
  readonly isEdited: boolean;
  /** Something is typed and not saved, which taking another text would lose. */
  readonly isDirty: boolean;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const versions = formerVersions(ledger, template.id);
  const original = isEdited ? shippedTemplate(template.id) : undefined;
  if (versions.length === 0 && original === undefined) return null;
  return (
    <Card title="Versions">
      <div className={classes.stack}>
        {isEdited && (
          <p className={classes.quiet}>{`Texte actuel enregistré le ${savedAt(template.updatedAt)}.`}</p>
        )}
        {isDirty && (
          <p className={classes.quiet}>
            Enregistrez ou abandonnez vos modifications pour reprendre un autre texte.
          </p>
        )}
        <ul className={classes.versions}>
          {versions.map(({ number, template: former }) => (
            <Row
              key={number}
              label={savedAt(former.updatedAt)}
              former={former}
              present={template}
              action="Reprendre cette version"
              isBusy={isDirty}
              onAction={() => void run(resumeTemplateVersion, { id: template.id, version: number })}
            />
          ))}
          {original && (
            <Row
              label="Texte d’origine"
              former={original}
              present={template}
              action="Restaurer l’original"
              isBusy={isDirty}
              onAction={() => void run(restoreTemplate, { id: template.id })}
            />
          )}
        </ul>
      </div>
    </Card>
  );
};
