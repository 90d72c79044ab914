import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ClientLanguage } from '../../../../shared/ledger/client-language.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { englishId } from '../../../../shared/reminders/message-language.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { allTemplates, shippedTemplate, templateById } from '../../../../shared/reminders/template-choice.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { TemplateForm } from './template-form.tsx';
import classes from './templates.module.css';

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'Anglais' },
] as const;

/** The English text of a template; an empty one to be written where it has none. */
const englishOf = (ledger: Ledger, template: MessageTemplate): MessageTemplate =>
  templateById(ledger, englishId(template.id)) ?? {
    ...template,
    id: englishId(template.id),
    name: `${template.name} (anglais)`,
    subject: '',
    body: '',
  };

const isEdited = (ledger: Ledger, id: string): boolean =>
  ledger.templates.has(id) && shippedTemplate(id) !== undefined;

/** « Modèles »: the texts of the reminders, one at a time, in the language of the client. */
export const TemplateSection = () => {
  const ledger = useLedger();
  const templates = allTemplates(ledger);
  const [chosenId, setChosenId] = useState('template-friendly');
  const [language, setLanguage] = useState<ClientLanguage>('fr');
  const french = templates.find(({ id }) => id === chosenId) ?? templates[0];
  if (!french) return null;
  const template = language === 'en' ? englishOf(ledger, french) : french;
  return (
    <div className={classes.stack}>
      <div className={classes.choice}>
        <Select
          label="Modèle"
          allowDeselect={false}
          w={360}
          maxDropdownHeight={400}
          data={templates.map(({ id, name }) => ({
            value: id,
            label: isEdited(ledger, id) || isEdited(ledger, englishId(id)) ? `${name} · modifié` : name,
          }))}
          value={french.id}
          onChange={(id) => {
            if (id !== null) setChosenId(id);
          }}
        />
        <SegmentedChoice
          legend="Langue du texte"
          choices={languages}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <TemplateForm key={template.id} template={template} isEdited={isEdited(ledger, template.id)} />
    </div>
  );
};
