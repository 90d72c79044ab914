import type { ArchiveSummary } from '../../../shared/ipc/archive-contract.ts';
import { formatCount } from '../../../shared/money/format-count.ts';
import { momentText, sizeText } from '../settings/data/data-text.ts';
import classes from './archive.module.css';

/** What an archive holds: whose it is, of when, and how much of everything. */
export const ArchiveFacts = ({ summary }: { readonly summary: ArchiveSummary }) => {
  const counts: readonly (readonly [string, number])[] = [
    ['Clients', summary.clients],
    ['Factures et avoirs', summary.invoices],
    ['Encaissements', summary.payments],
    ['Relances', summary.reminders],
    ['Mouvements bancaires', summary.bankLines],
    ['Documents', summary.documents],
    ['Actions au journal', summary.changes],
  ];
  return (
    <section className={classes.summary} aria-label="Contenu de l’archive">
      <p className={classes.company} title={summary.company}>
        {summary.company === '' ? 'Société sans nom' : summary.company}
      </p>
      <p className={classes.made} title={summary.fileName}>
        Archive du {momentText(summary.at)}, {sizeText(summary.bytes)}
      </p>
      <dl className={classes.counts}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
