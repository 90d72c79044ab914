import type {
  InsolvencyClaim,
  InsolvencyClaimLine,
  InsolvencyClaimTotals,
} from '../../../shared/claims/insolvency-claim.ts';
import { partNames } from '../../../shared/claims/insolvency-claim-text.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { cents } from '../../../shared/money/cents.ts';
import { formatPlainAmount } from '../../../shared/money/format-amount.ts';
import plain from '../../ui/plain-table.module.css';
import classes from './insolvency.module.css';

const amountCell = `${plain.amount ?? ''} figures`;

/** A dash says « nothing » better than a column of zeros. */
const Amount = ({ value }: { readonly value: number }) => (
  <td className={amountCell}>{value === 0 ? '–' : formatPlainAmount(value)}</td>
);

const settledCents = (line: InsolvencyClaimLine): number => line.paidCents + line.creditedCents;

const Line = ({
  line,
  showsSettled,
}: {
  readonly line: InsolvencyClaimLine;
  readonly showsSettled: boolean;
}) => (
  <tr>
    <th scope="row" title={`Facture du ${formatDay(line.invoice.issuedOn)}`} style={{ fontWeight: 400 }}>
      {line.invoice.number}
    </th>
    <td className="figures">{formatDay(line.dueOn)}</td>
    <Amount value={line.invoice.totalCents} />
    {showsSettled && <Amount value={cents(-settledCents(line))} />}
    <Amount value={line.principalCents} />
    <Amount value={line.interestCents} />
    <Amount value={line.indemnityCents} />
    <Amount value={line.totalCents} />
  </tr>
);

const Part = ({
  claim,
  part,
  title,
  totals,
  showsSettled,
}: {
  readonly claim: InsolvencyClaim;
  readonly part: InsolvencyClaimLine['part'];
  readonly title: string;
  readonly totals: InsolvencyClaimTotals;
  readonly showsSettled: boolean;
}) => {
  const lines = claim.lines.filter((line) => line.part === part);
  if (lines.length === 0) return null;
  return (
    <tbody>
      <tr className={plain.group}>
        <th scope="rowgroup" colSpan={showsSettled ? 4 : 3}>
          {title}
        </th>
        <Amount value={totals.principalCents} />
        <Amount value={totals.interestCents} />
        <Amount value={totals.indemnityCents} />
        <Amount value={totals.totalCents} />
      </tr>
      {lines.map((line) => (
        <Line key={line.invoice.id} line={line} showsSettled={showsSettled} />
      ))}
      {part === 'due' &&
        claim.credits.map(({ kind, number, on, cents: amount }) => (
          <tr key={`${kind} ${number} ${on}`}>
            <th scope="row" colSpan={showsSettled ? 7 : 6} style={{ fontWeight: 400 }}>
              {kind === 'credit-note' ? `Avoir ${number}` : `Règlement ${number}`} du {formatDay(on)}, à
              déduire
            </th>
            <Amount value={cents(-amount)} />
          </tr>
        ))}
    </tbody>
  );
};

/** Earlier invoices in the amounts of the judgment, what was due apart from what falls due. */
export const InsolvencyClaimTable = ({ claim }: { readonly claim: InsolvencyClaim }) => {
  // An empty column would cost the others their figures in a narrow window.
  const showsSettled = claim.lines.some((line) => settledCents(line) > 0);
  return (
    <table className={`${plain.table} ${classes.table}`}>
      <caption className="visually-hidden">
        Créance à déclarer, facture par facture, montants en euros au jour du jugement
      </caption>
      <thead>
        <tr>
          <th scope="col" style={{ width: '14%' }}>
            Facture
          </th>
          <th scope="col" style={{ width: '14%' }}>
            Échéance
          </th>
          <th scope="col" className={plain.amount}>
            Montant
          </th>
          {showsSettled && (
            <th scope="col" className={plain.amount} title="Règlements et avoirs d’avant le jugement">
              Réglé
            </th>
          )}
          <th scope="col" className={plain.amount}>
            Principal
          </th>
          <th scope="col" className={plain.amount}>
            Intérêts
          </th>
          <th scope="col" className={plain.amount} title="Indemnité forfaitaire pour frais de recouvrement">
            Indemnité
          </th>
          <th scope="col" className={plain.amount}>
            Total
          </th>
        </tr>
      </thead>
      <Part
        claim={claim}
        part="due"
        title={`${partNames.due} au ${formatDay(claim.insolvency.judgmentOn)}`}
        totals={claim.due}
        showsSettled={showsSettled}
      />
      <Part
        claim={claim}
        part="to-fall-due"
        title={partNames['to-fall-due']}
        totals={claim.toFallDue}
        showsSettled={showsSettled}
      />
    </table>
  );
};
