import { Badge, Button } from '@mantine/core';
import { Landmark, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { bankLinesSource } from '../../../shared/exporting/tables/bank-lines-source.ts';
import type { BankAccount } from '../../../shared/ledger/bank.ts';
import { printedAccount } from '../../../shared/ledger/bank-account-name.ts';
import { type BankAccountState, bankAccountStates } from '../../../shared/ledger/bank-account-state.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AccountDialog } from './account-dialog.tsx';
import classes from './bank-accounts.module.css';
import { BankImports } from './bank-imports.tsx';
import { SetAsideLines } from './set-aside-lines.tsx';

const shownGaps = 3;

const AccountRow = ({ state, onEdit }: { readonly state: BankAccountState; readonly onEdit: () => void }) => {
  const { account, coversUntil, balance, lastStatement, gaps, statementCount, lineCount } = state;
  const addsUp = lastStatement?.addsUp;
  return (
    <div className={classes.account}>
      <div>
        <div className={classes.name}>
          <span title={account.name}>{account.name}</span>
          {!account.receivesPayments && <Badge color="gray">Ne reçoit pas de règlements</Badge>}
          {account.currency !== 'EUR' && <Badge color="gray">{account.currency}</Badge>}
        </div>
        <p className={classes.facts}>
          {printedAccount(account.identifier)} · {counted(statementCount, 'relevé', 'relevés')},{' '}
          {counted(lineCount, 'mouvement', 'mouvements')}
        </p>
        <p className={classes.facts}>
          {coversUntil === undefined ? 'Aucune donnée' : `Données jusqu’au ${formatDay(coversUntil)}`}
          {addsUp === true && <span className={classes.good}> · le dernier relevé est juste</span>}
          {addsUp === false && (
            <span className={classes.alert}>
              {' '}
              · les mouvements du dernier relevé ne donnent pas son solde
            </span>
          )}
        </p>
      </div>
      <div>
        {balance && (
          <div className={`${classes.balance} figures`}>
            {formatMoney(balance.cents, account.currency)}
            <small>au {formatDay(balance.on)}</small>
          </div>
        )}
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`Modifier le compte ${account.name}`}
            onClick={onEdit}
          >
            Modifier
          </Button>
        </div>
      </div>
      {gaps.length > 0 && (
        <ul className={classes.gaps} aria-label={`Trous entre les relevés de ${account.name}`}>
          {gaps.slice(-shownGaps).map((gap) => (
            <li key={`${gap.after} ${gap.before}`}>
              <TriangleAlert size={14} aria-hidden="true" />
              <span>
                Entre le {formatDay(gap.after)} et le {formatDay(gap.before)}, il manque{' '}
                {formatMoney(gap.differenceCents, account.currency)} de mouvements&nbsp;: importez le relevé
                de cette période.
              </span>
            </li>
          ))}
          {gaps.length > shownGaps && <li>et {gaps.length - shownGaps} autres périodes plus anciennes</li>}
        </ul>
      )}
    </div>
  );
};

/** « Comptes »: the user's accounts, how far their statements reach, and whether they join. */
export const BankAccounts = () => {
  const ledger = useLedger();
  const { bankAccounts, bankStatements, bankLines } = ledger;
  const states = useMemo(
    () => bankAccountStates({ bankAccounts, bankStatements, bankLines }),
    [bankAccounts, bankStatements, bankLines],
  );
  const [editing, setEditing] = useState<BankAccount>();
  if (states.length === 0)
    return (
      <EmptyState
        icon={Landmark}
        title="Vos comptes apparaissent avec votre premier relevé."
        action={
          <Button component={Link} href={places.bankImport}>
            Importer un relevé
          </Button>
        }
      />
    );
  return (
    <div className={classes.stack}>
      <Card
        title="Vos comptes"
        padded={false}
        actions={
          <ExportMenu
            label="Exporter les mouvements"
            source={() => bankLinesSource('Mouvements bancaires', ledger, bankLines.values())}
            disabled={bankLines.size === 0}
            compact
          />
        }
      >
        {states.map((state) => (
          <AccountRow key={state.account.id} state={state} onEdit={() => setEditing(state.account)} />
        ))}
      </Card>
      <BankImports />
      <SetAsideLines />
      <AccountDialog account={editing} onClose={() => setEditing(undefined)} />
    </div>
  );
};
