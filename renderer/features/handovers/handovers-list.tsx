import { UserRoundCheck } from 'lucide-react';
import { useMemo } from 'react';
import { handoversSource } from '../../../shared/exporting/tables/handovers-source.ts';
import { handoverTotals } from '../../../shared/ledger/handover-figures.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HandoverItem } from './handover-item.tsx';
import classes from './handovers.module.css';

/** « Confiés à un tiers »: what collectors have, then what came back, with what it brought and cost. */
export const HandoversList = () => {
  const ledger = useLedger();
  const handovers = useMemo(
    () =>
      [...ledger.handovers.values()].sort((a, b) => {
        if ((a.ended === undefined) !== (b.ended === undefined)) return a.ended === undefined ? -1 : 1;
        return a.handedOverOn < b.handedOverOn ? 1 : -1;
      }),
    [ledger],
  );
  if (handovers.length === 0)
    return (
      <EmptyState icon={UserRoundCheck} title="Aucun dossier confié.">
        Sur la fiche d’un client, cochez ses factures puis « Confier à un tiers » : société de recouvrement,
        commissaire de justice, avocat ou assureur-crédit. Leurs relances s’arrêtent d’elles-mêmes.
      </EmptyState>
    );
  const totals = handoverTotals(ledger, handovers);
  return (
    <>
      <div className={classes.totals}>
        <span>{counted(totals.count, 'dossier', 'dossiers')}</span>
        <span className="figures">{formatAmount(totals.claimCents)} confiés</span>
        <span className="figures">
          {formatAmount(totals.recoveredCents)} recouvrés
          {totals.recoveryRate === undefined ? '' : ` (${Math.round(totals.recoveryRate * 100)} %)`}
        </span>
        <span className="figures">{formatAmount(totals.feeCents)} de rémunération</span>
        <ExportMenu source={() => handoversSource(ledger, handovers)} compact />
      </div>
      <ul className={classes.list}>
        {handovers.map((handover) => (
          <HandoverItem key={handover.id} handover={handover} />
        ))}
      </ul>
    </>
  );
};
