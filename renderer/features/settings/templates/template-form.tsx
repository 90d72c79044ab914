import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { renderTemplate } from '../../../../shared/reminders/render-template.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { sampleValues } from '../../../../shared/reminders/template-fields.ts';
import { lintTemplate } from '../../../../shared/reminders/template-lint.ts';
import { stepUsing } from '../../../../shared/reminders/template-preview.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { restoreTemplate, saveTemplate } from '../../../db/commands/settings.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SectionForm } from '../section-form.tsx';
import { useDraftForm } from '../use-draft-form.tsx';
import { FieldChips } from './field-chips.tsx';
import { insertField } from './insert-field.ts';
import { TemplatePreview } from './template-preview.tsx';
import classes from './templates.module.css';

type TemplateValues = { subject: string; body: string };

/** The script of a call is read aloud: what a letter must say does not hold for it. */
const callTemplateId = 'template-call';

/** Why the text is no template, by field: unknown fields and open braces are seen while typing. */
const mistakesIn = ({ subject, body }: TemplateValues): { subject?: string; body?: string } => {
  const ofSubject = renderTemplate({ subject, body: '.' }, sampleValues());
  const ofBody = renderTemplate({ subject: '.', body }, sampleValues());
  return {
    ...(ofSubject.ok ? {} : { subject: ofSubject.error.message }),
    ...(ofBody.ok ? {} : { body: ofBody.error.message }),
  };
};

/** Editor of one template with its preview beside it. */
export const TemplateForm = ({
  template,
  isEdited,
}: {
  readonly template: MessageTemplate;
  /** The user's own version stands in place of the shipped one. */
  readonly isEdited: boolean;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const subjectInput = useRef<HTMLInputElement>(null);
  const bodyInput = useRef<HTMLTextAreaElement>(null);
  const lastField = useRef<'subject' | 'body'>('body');
  const draft = useDraftForm<TemplateValues>({
    key: `template-${template.id}`,
    section: 'modeles',
    stored: { subject: template.subject, body: template.body },
    problems: mistakesIn,
  });
  const { form } = draft;
  const mistakes = mistakesIn(form.values);
  const level = stepUsing(ledger, template.id)?.level;
  const warnings = template.id === callTemplateId ? [] : lintTemplate(form.values, level);

  const insert = (name: string): void => {
    const field = lastField.current;
    const input = field === 'subject' ? subjectInput.current : bodyInput.current;
    if (!input) return;
    const { text, caret } = insertField(form.values[field], name, {
      start: input.selectionStart ?? form.values[field].length,
      end: input.selectionEnd ?? form.values[field].length,
    });
    form.setFieldValue(field, text);
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(caret, caret);
    });
  };

  return (
    <SectionForm
      draft={draft}
      onSave={async (values) => {
        await run(saveTemplate, { id: template.id, name: template.name, ...values });
      }}
      extra={
        isEdited && (
          <Button variant="subtle" onClick={() => void run(restoreTemplate, { id: template.id })}>
            Restaurer l’original
          </Button>
        )
      }
    >
      <div className={classes.editor}>
        <Card title="Texte">
          <div className={classes.stack}>
            <TextInput
              ref={subjectInput}
              label="Objet"
              spellCheck
              {...form.getInputProps('subject')}
              error={mistakes.subject}
              onFocus={() => {
                lastField.current = 'subject';
              }}
            />
            <Textarea
              ref={bodyInput}
              label="Message"
              autosize
              minRows={14}
              maxRows={26}
              spellCheck
              classNames={{ input: classes.body ?? '' }}
              {...form.getInputProps('body')}
              error={mistakes.body}
              onFocus={() => {
                lastField.current = 'body';
              }}
            />
            <FieldChips onInsert={insert} />
          </div>
        </Card>
        <div className={classes.side}>
          <TemplatePreview template={{ ...template, ...form.values }} />
          {warnings.length > 0 && (
            <Notice tone="caution">
              <ul className={classes.warnings} aria-label="Conseils sur ce texte">
                {warnings.map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
      </div>
    </SectionForm>
  );
};
