import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import { likelyRegime } from '../../../shared/importing/likely-regime.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './check-step.module.css';

const listed = 3;

const sentence = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [counted(count, one, many)];

/** What the import does without asking, in one sentence each. */
export const ImportRemarks = ({ rows, plan }: { readonly rows: InvoiceRows; readonly plan: ImportPlan }) => {
  const ledger = useLedger();
  const nameOfNew = new Map(plan.newClients.map(({ id, name }) => [id, name]));
  const regimes = plan.newClients.map(({ name, siren }) => likelyRegime(name, siren));
  const special = [
    ...sentence(regimes.filter((regime) => regime === 'b2c').length, 'particulier', 'particuliers'),
    ...sentence(
      regimes.filter((regime) => regime === 'public').length,
      'organisme public',
      'organismes publics',
    ),
    ...sentence(
      regimes.filter((regime) => regime === 'non-professional').length,
      'association ou copropriété',
      'associations ou copropriétés',
    ),
  ];
  const similar = plan.similarClients.map(
    ({ newClientId, existingClientId }) =>
      `« ${nameOfNew.get(newClientId) ?? ''} » et « ${ledger.clients.get(existingClientId)?.name ?? ''} »`,
  );
  const remarks = [
    ...sentence(
      rows.leftOut.length,
      'brouillon ou facture annulée n’est pas importé.',
      'brouillons ou factures annulées ne sont pas importés.',
    ),
    ...sentence(
      plan.closedIgnored.length,
      'facture encore ouverte dans le fichier est déjà close dans Acquit : elle le reste.',
      'factures encore ouvertes dans le fichier sont déjà closes dans Acquit : elles le restent.',
    ),
    ...sentence(
      rows.repeatedLines,
      'ligne répète une facture déjà lue (une ligne par article) et ne compte pas deux fois.',
      'lignes répètent une facture déjà lue (une ligne par article) et ne comptent pas deux fois.',
    ),
    ...(special.length === 0
      ? []
      : [
          `Reconnus à leur nom : ${special.join(', ')}. Les pénalités suivent leur régime, à corriger sur leur fiche au besoin.`,
        ]),
    ...(similar.length === 0
      ? []
      : [
          `Clients qui se ressemblent sans porter le même nom : ${similar.slice(0, listed).join(', ')}${similar.length > listed ? '…' : ''}. Ils restent séparés.`,
        ]),
  ];
  if (remarks.length === 0) return null;
  return (
    <Notice tone="info">
      {remarks.length === 1 ? (
        remarks[0]
      ) : (
        <ul className={classes.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
};
