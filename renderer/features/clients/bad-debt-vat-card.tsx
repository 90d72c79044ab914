import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { badDebtMentions, badDebtText, badDebtTotals } from '../../../shared/claims/bad-debt-mention.ts';
import type { InsolvencyClaim } from '../../../shared/claims/insolvency-claim.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Card } from '../../ui/card.tsx';
import { RateInput } from '../../ui/rate-input.tsx';
import { DetailsList } from './details-list.tsx';
import classes from './insolvency.module.css';

/** « TVA à récupérer » after a liquidation (CGI art. 272-1): the amounts, and the words of the duplicates. */
export const BadDebtVatCard = ({ claim }: { readonly claim: InsolvencyClaim }) => {
  const [rateBasisPoints, setRateBasisPoints] = useState<number | undefined>(2000);
  const mentions = rateBasisPoints === undefined ? [] : badDebtMentions(claim, rateBasisPoints);
  const { netCents, vatCents } = badDebtTotals(mentions);
  const copy = async (): Promise<void> => {
    const copied = await bridge.copyText(badDebtText(mentions));
    if (copied.ok) notifications.show({ message: 'Mentions des duplicatas copiées', autoClose: 4000 });
    else showRefusal(copied.error.message);
  };
  return (
    <Card title="TVA à récupérer">
      <div className={classes.vat}>
        <RateInput
          label="Taux de TVA de ces factures"
          description="Acquit ne connaît que les montants TTC."
          value={rateBasisPoints}
          onChange={setRateBasisPoints}
        />
        <DetailsList
          rows={[
            ['Hors taxes', mentions.length === 0 ? undefined : formatAmount(netCents)],
            ['TVA', mentions.length === 0 ? undefined : formatAmount(vatCents)],
          ]}
        />
        <p className={classes.quiet}>
          Seulement si vous avez déjà versé cette TVA&nbsp;: biens, ou prestations avec l’option pour les
          débits. Chaque facture est renvoyée en duplicata, avec une mention qui en donne les montants.
        </p>
        <Button
          variant="default"
          disabled={mentions.length === 0}
          leftSection={<ClipboardCopy size={16} aria-hidden="true" />}
          onClick={() => void copy()}
        >
          Copier les mentions
        </Button>
      </div>
    </Card>
  );
};
