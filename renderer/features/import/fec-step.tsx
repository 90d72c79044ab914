import { NumberInput } from '@mantine/core';
import { ArrowRight, CircleCheckBig, TriangleAlert } from 'lucide-react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { FecAccountGroup, FecReading } from '../../../shared/importing/fec.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import checkClasses from './check-step.module.css';
import classes from './fec-step.module.css';
import type { FecDraft } from './import-draft.ts';
import { StepForm } from './step-form.tsx';
import type { ImportWizard } from './wizard-phase.ts';

const groups: readonly (readonly [FecAccountGroup, string, string])[] = [
  ['411', 'Clients', 'Factures, avoirs et règlements non lettrés\u00A0: importés comme tels.'],
  [
    '413',
    'Effets à recevoir',
    'Importés sans échéance\u00A0: aucune relance tant que vous n’avez pas saisi celle de l’effet.',
  ],
  ['416', 'Clients douteux', 'Importés, et exclus des relances si vous le confirmez à l’étape suivante.'],
  [
    '4191',
    'Avances et acomptes reçus',
    'De l’argent que vous devez\u00A0: il attend dans «\u00A0À affecter\u00A0».',
  ],
];

const shownProblems = 50;

const periodText = ({ firstOn, lastOn, closingOn }: FecReading): string => {
  if (firstOn === undefined || lastOn === undefined) return 'aucune écriture datée';
  const closing = closingOn === undefined ? '' : `, exercice clos le ${formatDay(closingOn)}`;
  return `du ${formatDay(firstOn)} au ${formatDay(lastOn)}${closing}`;
};

/** Σ of the open items = balance of the accounts, or by how much not. */
const Control = ({ fec }: { readonly fec: FecReading }) => {
  const difference = cents(fec.controlCents - fec.openCents['411']);
  const isRight = difference === 0;
  const Icon = isRight ? CircleCheckBig : TriangleAlert;
  return (
    <p className={classes.control} data-wrong={!isRight || undefined} role="status">
      <Icon size={18} aria-hidden="true" />
      <span>
        Postes ouverts <strong>{formatAmount(fec.openCents['411'])}</strong>
        {isRight ? ' = ' : ' ≠ '}
        solde des comptes 411 <strong>{formatAmount(fec.controlCents)}</strong>
        {!isRight && (
          <>
            {'\u00A0'}: différence de <strong>{formatAmount(difference)}</strong>
          </>
        )}
      </span>
    </p>
  );
};

/** Second step of entries of accounting: whose they are, what they leave open, and whether that adds up. */
export const FecStep = ({ wizard, draft }: { readonly wizard: ImportWizard; readonly draft: FecDraft }) => {
  const company = settingsOf(useLedger(), 'company');
  const { fec } = draft;
  const errors = fec.problems.filter(({ severity }) => severity === 'error');
  const customers = new Set(fec.openItems.map(({ customerKey }) => customerKey)).size;
  return (
    <StepForm
      label="Écritures comptables"
      back={{ label: 'Autre fichier', onClick: wizard.startAgain }}
      submitLabel="Vérifier les factures"
      submitIcon={<ArrowRight size={16} aria-hidden="true" />}
      isReady={fec.isFec && fec.openItems.length + fec.closedDocuments.length > 0}
      onSubmit={wizard.toCheck}
    >
      {!fec.isWhole && (
        <Notice tone="alert">
          {fec.isFec
            ? 'Quelque chose manque ou ne se lit pas dans ce fichier (voir les remarques). Exportez-le de nouveau, sinon il pourrait manquer des factures.'
            : (errors[0]?.message ?? 'Ce fichier n’a pas pu être lu.')}
        </Notice>
      )}
      {fec.isFec && (
        <>
          <div className={checkClasses.figures}>
            <KeyFigure
              label="Société"
              value={company.name === '' ? 'À compléter' : company.name}
              hint={fec.siren === undefined ? 'SIREN absent du nom du fichier' : `SIREN ${fec.siren}`}
            />
            <KeyFigure label="Exercice" value={fec.years.join(' et ')} hint={periodText(fec)} />
            <KeyFigure
              label="Écritures lues"
              value={formatCount(fec.lineCount)}
              hint={
                fec.leftOutLines === 0
                  ? 'toutes les lignes'
                  : counted(fec.leftOutLines, 'ligne illisible', 'lignes illisibles')
              }
              tone={fec.leftOutLines === 0 ? 'plain' : 'alert'}
            />
            <KeyFigure
              label="Clients concernés"
              value={formatCount(customers)}
              hint={counted(fec.openItems.length, 'poste ouvert', 'postes ouverts')}
            />
          </div>
          <Card title="Ce que vos clients doivent, d’après la comptabilité" padded={false}>
            <Control fec={fec} />
            <table className={`${tableClasses.table} ${classes.groups}`}>
              <caption className="visually-hidden">Postes ouverts par compte</caption>
              <colgroup>
                <col className={classes.account} />
                <col className={classes.name} />
                <col className={classes.count} />
                <col className={classes.money} />
                <col />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">Compte</th>
                  <th scope="col">Nature</th>
                  <th scope="col" className={tableClasses.amount}>
                    Postes
                  </th>
                  <th scope="col" className={tableClasses.amount}>
                    Solde
                  </th>
                  <th scope="col">Ce qu’Acquit en fait</th>
                </tr>
              </thead>
              <tbody>
                {groups.map(([group, name, effect]) => {
                  const items = fec.openItems.filter(({ accountGroup }) => accountGroup === group);
                  return (
                    <tr key={group} data-quiet={items.length === 0 || undefined}>
                      <th scope="row" className="figures">
                        {group}
                      </th>
                      <td title={name}>{name}</td>
                      <td className={`${tableClasses.amount} figures`}>{formatCount(items.length)}</td>
                      <td className={`${tableClasses.amount} figures`}>
                        {formatAmount(fec.openCents[group])}
                      </td>
                      <td title={effect} className={classes.effect}>
                        {effect}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Card>
          <Card title="Échéances">
            <NumberInput
              label="Délai de paiement par défaut"
              description="Le FEC ne donne pas d’échéance. Acquit la calcule à partir de la date de pièce, selon les conditions du client, sinon avec ce délai."
              suffix={'\u00A0jours'}
              min={0}
              max={365}
              allowDecimal={false}
              clampBehavior="strict"
              value={draft.termDays}
              onChange={(value) => typeof value === 'number' && wizard.change({ termDays: value })}
              classNames={{ wrapper: classes.term ?? '' }}
              data-autofocus
            />
          </Card>
          {fec.problems.length > 0 && (
            <Card title={counted(fec.problems.length, 'remarque', 'remarques')} padded={false}>
              <ul className={classes.problems}>
                {fec.problems.slice(0, shownProblems).map(({ line, message, severity }) => (
                  <li key={`${line ?? 0} ${message}`} data-error={severity === 'error' || undefined}>
                    {line !== undefined && <span className="figures">Ligne {line}</span>}
                    <span>{message}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </>
      )}
    </StepForm>
  );
};
