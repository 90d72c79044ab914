import { Select } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { isOnPaper } from '../../../../shared/reminders/reminder-names.ts';
import { renderTemplate } from '../../../../shared/reminders/render-template.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { sampleMessageValues } from '../../../../shared/reminders/template-fields.ts';
import { previewTemplate, stepUsing } from '../../../../shared/reminders/template-preview.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { usePlanning } from '../../../application/use-planning.ts';
import { Card } from '../../../ui/card.tsx';
import { MessageView } from '../../../ui/message-view.tsx';
import { Notice } from '../../../ui/notice.tsx';
import classes from './templates.module.css';

const example = 'example';
/** Enough clients to try a text on. */
const mostClients = 50;

/** The text as typed, filled for a client who is due a reminder today, or with invented values. */
export const TemplatePreview = ({ template }: { readonly template: MessageTemplate }) => {
  const ledger = useLedger();
  const today = useToday();
  const { proposals } = usePlanning();
  const offered = proposals.slice(0, mostClients);
  const [chosen, setChosen] = useState<string>();
  const proposal =
    chosen === example ? undefined : (offered.find(({ clientId }) => clientId === chosen) ?? offered[0]);
  const typed = useDeferredValue(template);
  const rendered = useMemo(
    () =>
      proposal
        ? previewTemplate(ledger, typed, proposal, today)
        : renderTemplate(
            typed,
            sampleMessageValues(isOnPaper(stepUsing(ledger, typed.id)?.channel ?? 'email')),
          ),
    [ledger, typed, proposal, today],
  );
  return (
    <Card title="Aperçu">
      <div className={classes.stack}>
        <Select
          aria-label="Aperçu avec"
          allowDeselect={false}
          data={[
            ...offered.map(({ clientId }) => ({
              value: clientId,
              label: ledger.clients.get(clientId)?.name ?? clientId,
            })),
            { value: example, label: 'Exemple inventé' },
          ]}
          value={proposal?.clientId ?? example}
          onChange={(value) => setChosen(value ?? example)}
        />
        {rendered.ok ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section className={classes.preview} aria-label="Aperçu du message" tabIndex={0}>
            <p className={classes.subject}>{rendered.value.subject}</p>
            <MessageView body={rendered.value.body} />
          </section>
        ) : (
          <Notice tone="alert">{rendered.error.message}</Notice>
        )}
      </div>
    </Card>
  );
};
