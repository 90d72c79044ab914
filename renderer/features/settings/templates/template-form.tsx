import { Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { isFormal } from '../../../../shared/reminders/level.ts';
import { frenchId, templateLanguage } from '../../../../shared/reminders/message-language.ts';
import { isOnPaper } from '../../../../shared/reminders/reminder-names.ts';
import { renderTemplate } from '../../../../shared/reminders/render-template.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { sampleValues } from '../../../../shared/reminders/template-fields.ts';
import { lintTemplate } from '../../../../shared/reminders/template-lint.ts';
import { stepUsing } from '../../../../shared/reminders/template-preview.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { saveTemplate } from '../../../db/commands/templates.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SectionForm } from '../section-form.tsx';
import { useDraftForm } from '../use-draft-form.tsx';
import { FieldChips } from './field-chips.tsx';
import { insertField } from './insert-field.ts';
import { TemplateFindings } from './template-findings.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateVersions } from './template-versions.tsx';
import classes from './templates.module.css';

type TemplateValues = { subject: string; body: string };

/** The script of a call is read aloud, a text message is short: what a letter must say does not hold for them. */
const spoken: ReadonlySet<string> = new Set(['template-call', 'template-sms']);

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
  const isBlank = form.values.subject === '' && form.values.body === '';
  const mistakes = isBlank && !draft.isDirty ? {} : mistakesIn(form.values);
  const step = stepUsing(ledger, template.id);
  const language = templateLanguage(template.id);
  const findings = lintTemplate({ id: template.id, ...form.values }, step?.level);

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
    >
      {language === 'en' && step !== undefined && isOnPaper(step.channel) && isFormal(step.level) && (
        <Notice tone="info">
          {
            'Ce texte sert quand cette étape part par e-mail. Sur papier, la mise en demeure reste en français\u00A0: c’est elle qu’un tribunal français lira.'
          }
        </Notice>
      )}
      {isBlank && !draft.isDirty && (
        <Notice tone="info">
          Ce modèle n’a pas de texte anglais\u00A0: les clients qui lisent l’anglais reçoivent le français.
        </Notice>
      )}
      <div className={classes.editor}>
        <Card title="Texte">
          <div className={classes.stack}>
            <TextInput
              ref={subjectInput}
              label="Objet"
              spellCheck
              lang={language}
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
              minRows={12}
              maxRows={18}
              spellCheck
              lang={language}
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
          {!spoken.has(frenchId(template.id)) && !isBlank && <TemplateFindings findings={findings} />}
          <TemplatePreview template={{ ...template, ...form.values }} />
          <TemplateVersions template={template} isEdited={isEdited} isDirty={draft.isDirty} />
        </div>
      </div>
    </SectionForm>
  );
};
