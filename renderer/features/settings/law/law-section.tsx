import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { legalParametersOf } from '../../../../shared/claims/legal-parameters.ts';
import type { Semester } from '../../../../shared/dates/semester.ts';
import { alarmSemester, rateAlarm, rateAlarmSentence } from '../../../../shared/insight/rate-alarm.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { CurrentRates } from './current-rates.tsx';
import classes from './law.module.css';
import { RuleTable } from './rule-table.tsx';
import { SemesterDialog } from './semester-dialog.tsx';
import { SemesterTable } from './semester-table.tsx';

/** What the dialog is opened on: a semester, or the first one that is missing. */
type Editing = { readonly semester: Semester | undefined };

/** « Taux et droit »: the table of law, by semester and by rule, and the user's own semesters. */
export const LawSection = () => {
  const ledger = useLedger();
  const today = useToday();
  const table = legalParametersOf(ledger);
  const alarm = useMemo(() => rateAlarm(ledger, today), [ledger, today]);
  const [editing, setEditing] = useState<Editing>();
  return (
    <div className={classes.stack}>
      {alarm && (
        <Notice
          tone={alarm.kind === 'missing' ? 'alert' : 'caution'}
          action={
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setEditing({ semester: alarmSemester(alarm) })}
            >
              {alarm.kind === 'to-confirm' ? 'Vérifier' : 'Ajouter'}
            </Button>
          }
        >
          {rateAlarmSentence(alarm)}
        </Notice>
      )}
      <CurrentRates table={table} today={today} />
      <SemesterTable
        table={table}
        today={today}
        onAdd={() => setEditing({ semester: undefined })}
        onEdit={(semester) => setEditing({ semester })}
      />
      <RuleTable table={table} today={today} />
      <SemesterDialog
        semester={editing?.semester}
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
      />
    </div>
  );
};
