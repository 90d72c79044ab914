import { Select } from '@mantine/core';
import { useState } from 'react';
import { allTemplates } from '../../../../shared/reminders/template-choice.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { TemplateForm } from './template-form.tsx';
import classes from './templates.module.css';

/** « Modèles »: the texts of the reminders, one at a time. */
export const TemplateSection = () => {
  const ledger = useLedger();
  const templates = allTemplates(ledger);
  const [chosenId, setChosenId] = useState('template-friendly');
  const template = templates.find(({ id }) => id === chosenId) ?? templates[0];
  if (!template) return null;
  return (
    <div className={classes.stack}>
      <Select
        label="Modèle"
        allowDeselect={false}
        maw={400}
        maxDropdownHeight={400}
        data={templates.map(({ id, name }) => ({
          value: id,
          label: ledger.templates.has(id) ? `${name} · modifié` : name,
        }))}
        value={template.id}
        onChange={(id) => {
          if (id !== null) setChosenId(id);
        }}
      />
      <TemplateForm key={template.id} template={template} isEdited={ledger.templates.has(template.id)} />
    </div>
  );
};
