import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react';
import type { TemplateFinding } from '../../../../shared/reminders/template-lint.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './templates.module.css';

/** What to change in a text, what is against the law first; each with its reason and article. */
export const TemplateFindings = ({ findings }: { readonly findings: readonly TemplateFinding[] }) => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Card title="Relecture">
      <div role="status">
        {findings.length === 0 ? (
          <p className={classes.sound}>
            <CircleCheck size={16} aria-hidden="true" />
            {'Tout y est\u00A0: aucune remarque.'}
          </p>
        ) : (
          <>
            <p className="visually-hidden">
              {`${errors} à corriger, ${findings.length - errors} ${findings.length - errors > 1 ? 'conseils' : 'conseil'}`}
            </p>
            <ul className={classes.findings}>
              {findings.map(({ kind, severity, message, law }) => (
                <li key={`${kind} ${message}`} data-severity={severity}>
                  {severity === 'error' ? (
                    <CircleAlert size={16} aria-label="À corriger" />
                  ) : (
                    <Lightbulb size={16} aria-label="Conseil" />
                  )}
                  <span>
                    {message}
                    {law !== undefined && <span className={classes.law}>{law}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  );
};
