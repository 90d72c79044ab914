import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Copy } from 'lucide-react';
import { legalParametersOf } from '../../../../shared/claims/legal-parameters.ts';
import { invoiceMentions } from '../../../../shared/letters/invoice-mentions.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { showRefusal } from '../../../application/use-run.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './company.module.css';

/** « Mentions à recopier sur vos factures »: what the law wants on every invoice to a business. */
export const InvoiceMentions = () => {
  const text = invoiceMentions(useToday(), legalParametersOf(useLedger()));
  const copy = async (): Promise<void> => {
    const answer = await bridge.copyText(text);
    if (answer.ok) notifications.show({ message: 'Mentions copiées', autoClose: 4000 });
    else showRefusal(answer.error.message);
  };
  return (
    <Card
      title="Mentions à recopier sur vos factures"
      actions={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Copy size={14} aria-hidden="true" />}
          onClick={() => void copy()}
        >
          Copier
        </Button>
      }
    >
      <p className={classes.mentions}>{text}</p>
      <p className={classes.hint}>
        Obligatoires entre professionnels. Les pénalités et l’indemnité sont dues même si vous les aviez
        oubliées. Si vos conditions de vente prévoient un autre taux ou un escompte, écrivez les vôtres.
      </p>
    </Card>
  );
};
