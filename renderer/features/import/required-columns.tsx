import { Check, CircleAlert } from 'lucide-react';
import type { ImportTarget } from '../../../shared/importing/column-mapping.ts';
import classes from './columns-step.module.css';

/** What every invoice needs, by the first target of its group (missingTargets). */
const needs: readonly { readonly target: ImportTarget; readonly name: string; readonly choice?: string }[] = [
  { target: 'number', name: 'Numéro de facture' },
  { target: 'clientName', name: 'Client', choice: 'nom ou code' },
  { target: 'issuedOn', name: 'Date', choice: 'facture ou échéance' },
  { target: 'totalCents', name: 'Montant', choice: 'TTC ou reste à payer' },
];

/** Which of the indispensable columns were found; the missing ones say what to do. */
export const RequiredColumns = ({ missing }: { readonly missing: readonly (readonly ImportTarget[])[] }) => (
  <ul className={classes.required} aria-label="Colonnes indispensables">
    {needs.map(({ target, name, choice }) => {
      const isMissing = missing.some((group) => group.includes(target));
      return (
        <li key={target} data-missing={isMissing || undefined}>
          {isMissing ? <CircleAlert size={16} aria-hidden="true" /> : <Check size={16} aria-hidden="true" />}
          {name}
          {isMissing && `${choice ? ` (${choice})` : ''} : à choisir ci-dessous`}
          {!isMissing && <span className="visually-hidden"> : trouvé</span>}
        </li>
      );
    })}
  </ul>
);
