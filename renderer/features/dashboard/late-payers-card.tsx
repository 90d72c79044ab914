import { PartyPopper } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { daysBetween } from '../../../shared/dates/day.ts';
import { latePayersSource } from '../../../shared/exporting/tables/late-payers-source.ts';
import { type ClientRisk, clientRisk, riskOrigin } from '../../../shared/insight/client-risk.ts';
import { formatDayCount } from '../../../shared/insight/format-figure.ts';
import { latePayers } from '../../../shared/insight/late-payers.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { RiskBadge } from '../../ui/risk-badge.tsx';
import classes from './dashboard-screen.module.css';

const shownCount = 6;

const RiskCell = ({ risk }: { readonly risk: ClientRisk }) =>
  risk.kind === 'rated' ? (
    <RiskBadge riskClass={risk.class} />
  ) : (
    <span title={`Non noté. ${risk.reason}`}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">Non noté</span>
    </span>
  );

/** Who owes the most overdue, since when, and how late each usually pays. */
export const LatePayersCard = () => {
  const ledger = useLedger();
  const today = useToday();
  const payers = useMemo(() => latePayers(ledger, today, shownCount), [ledger, today]);
  return (
    <Card
      title="Plus gros retards"
      padded={false}
      actions={
        payers.length > 0 && (
          <ExportMenu
            source={() => latePayersSource(latePayers(ledger, today, ledger.clients.size), today)}
            compact
          />
        )
      }
    >
      {payers.length === 0 ? (
        <div className={classes.calm}>
          <PartyPopper size={28} strokeWidth={1.5} aria-hidden="true" />
          Rien en retard. Profitez-en.
        </div>
      ) : (
        <table className={classes.payers}>
          <caption className="visually-hidden">Clients qui doivent le plus en retard</caption>
          <colgroup>
            <col />
            <col style={{ width: 64 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 112 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col" title={riskOrigin}>
                Risque
              </th>
              <th scope="col">Depuis</th>
              <th scope="col" title="Retard moyen des factures déjà payées, pondéré par les montants">
                D’habitude
              </th>
              <th scope="col">En retard</th>
            </tr>
          </thead>
          <tbody>
            {payers.map((payer) => (
              <tr key={payer.clientId}>
                <th scope="row">
                  <Link href={places.client(payer.clientId)} title={payer.name}>
                    {payer.name}
                  </Link>
                </th>
                <td>
                  <RiskCell risk={clientRisk(ledger, payer.clientId, today)} />
                </td>
                <td className="figures">
                  {payer.oldestDueOn === undefined
                    ? '–'
                    : formatDayCount(daysBetween(payer.oldestDueOn, today))}
                </td>
                <td className="figures">
                  {payer.averageDelayDays === undefined ? '–' : `+${formatDayCount(payer.averageDelayDays)}`}
                </td>
                <td>
                  <Amount cents={payer.overdueCents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
};
