import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { offersStartAtLogin } from '../../shared/reminders/start-at-login-offer.ts';
import { bridge } from '../bridge/bridge.ts';
import { Notice } from '../ui/notice.tsx';
import { useBoot, useLedger } from './ledger-context.tsx';

/** Remembers on this PC that the question was answered. */
const answeredKey = 'start-at-login-answered';

/** Asks once whether to start with the PC (shared/reminders/start-at-login-offer.ts). */
export const StartAtLoginOffer = () => {
  const boot = useBoot();
  const hasInvoices = useLedger().invoices.size > 0;
  const [offered, setOffered] = useState(false);
  useEffect(() => {
    void bridge.getAutoStart().then((answer) => {
      const isAnswered = localStorage.getItem(answeredKey) !== null;
      const isDemo = boot.ledger === 'demo';
      setOffered(answer.ok && offersStartAtLogin({ isDemo, hasInvoices, isAnswered, status: answer.value }));
    });
  }, [hasInvoices, boot.ledger]);
  if (!offered) return null;
  const answer = (wanted: boolean): void => {
    localStorage.setItem(answeredKey, 'yes');
    setOffered(false);
    if (wanted) void bridge.setAutoStart(true);
  };
  return (
    <Notice
      tone="info"
      action={
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => answer(true)}>
            Démarrer avec l’ordinateur
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => answer(false)}>
            Non merci
          </Button>
        </Group>
      }
    >
      Acquit peut démarrer avec l’ordinateur, discrètement, pour préparer vos relances chaque matin.
    </Notice>
  );
};
