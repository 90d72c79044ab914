import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isPressingUrgency } from '../../../shared/claims/limitation-urgency.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { limitationAlarmsOf } from '../../../shared/insight/limitation-alarms.ts';
import { limitationSentence } from '../../../shared/insight/limitation-sentence.ts';
import { openInvoices } from '../../../shared/ledger/balance.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './limitation.module.css';
import { LimitationDialog } from './limitation-dialog.tsx';

/** What of a client is barred or soon will be; it stays until it is paid or something interrupts the period. */
export const LimitationBanner = ({
  clientId,
  onShowInvoices,
}: {
  readonly clientId: string;
  readonly onShowInvoices: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const alarms = useMemo(
    () =>
      limitationAlarmsOf(
        ledger,
        openInvoices(ledger).filter((invoice) => invoice.clientId === clientId),
        today,
      ),
    [ledger, clientId, today],
  );
  const [first] = alarms;
  if (!first) return null;
  const isOnly = alarms.length === 1;
  return (
    <div className={classes.banner}>
      <Notice
        tone={alarms.some(({ urgency }) => isPressingUrgency(urgency)) ? 'alert' : 'caution'}
        action={
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => (isOnly ? setOpened(true) : onShowInvoices())}
          >
            {isOnly ? 'Voir la prescription' : 'Voir les factures'}
          </Button>
        }
      >
        <strong>Prescription</strong> :{' '}
        {isOnly
          ? limitationSentence(first)
          : `${alarms.length} factures sont prescrites ou le seront dans les six mois, la première (${first.invoice.number}) le ${formatDay(first.lastDay)}.`}
      </Notice>
      <LimitationDialog invoiceId={first.invoice.id} opened={opened} onClose={() => setOpened(false)} />
    </div>
  );
};
