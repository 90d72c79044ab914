import { TextInput } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { StatementPreview } from '../../../shared/importing/bank-import-preview.ts';
import type { BankFormat } from '../../../shared/importing/bank-reading.ts';
import { printedAccount } from '../../../shared/ledger/bank-account-name.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import classes from './bank-import.module.css';

/** What a file's format is called. */
export const bankFormatNames: Readonly<Record<BankFormat, string>> = {
  cfonb120: 'CFONB 120',
  camt053: 'CAMT.053',
  ofx: 'OFX',
  mt940: 'MT940',
  csv: 'tableau',
};

const periodText = ({ from, until }: StatementPreview): string => {
  if (from === undefined || until === undefined) return 'Sans période';
  return from === until ? `Le ${formatDay(from)}` : `Du ${formatDay(from)} au ${formatDay(until)}`;
};

const countText = ({ lineCount, knownCount }: StatementPreview): string => {
  const lines = lineCount === 0 ? 'aucun mouvement' : counted(lineCount, 'mouvement', 'mouvements');
  if (knownCount === 0) return lines;
  return knownCount === lineCount
    ? `${lines}, ${lineCount > 1 ? 'tous déjà connus' : 'déjà connu'}`
    : `${lines}, dont ${counted(knownCount, 'déjà connu', 'déjà connus')}`;
};

/** Opening + movements = closing, as the file states them. */
const Equation = ({ preview }: { readonly preview: StatementPreview }) => {
  const { statement, movementCents, differenceCents } = preview;
  const { openingCents, closingCents, openingOn, closingOn, currency } = statement;
  if (openingCents === undefined || closingCents === undefined || differenceCents === undefined)
    return <p className={classes.quiet}>Ce fichier ne donne pas les deux soldes&nbsp;: rien à recouper.</p>;
  const balanceLabel = (on: string | undefined, otherwise: string): string =>
    on === undefined ? otherwise : `Solde au ${formatDay(on)}`;
  return (
    <>
      <p className={classes.equation}>
        <span className={classes.term}>
          <span>{balanceLabel(openingOn, 'Solde de départ')}</span>
          <span>{formatMoney(openingCents, currency)}</span>
        </span>
        <span className={classes.sign}>{movementCents < 0 ? '−' : '+'}</span>
        <span className={classes.term}>
          <span>Mouvements</span>
          <span>
            {movementCents < 0
              ? formatMoney(Math.abs(movementCents) as typeof movementCents, currency)
              : formatMoney(movementCents, currency)}
          </span>
        </span>
        <span className={classes.sign}>=</span>
        <span className={classes.term}>
          <span>{balanceLabel(closingOn, 'Solde final')}</span>
          <span>{formatMoney(closingCents, currency)}</span>
        </span>
        {differenceCents === 0 && (
          <span className={classes.verdict} data-tone="good">
            <CircleCheck size={16} aria-hidden="true" /> Le compte est juste
          </span>
        )}
      </p>
      {differenceCents !== 0 && (
        <p className={classes.verdict} data-tone="alert">
          <CircleAlert size={16} aria-hidden="true" />
          Écart de {formatMoney(differenceCents, currency)}&nbsp;: des mouvements manquent ou sont en trop.
        </p>
      )}
    </>
  );
};

/** One statement of a file: its account, its period, and whether it adds up. */
export const StatementFacts = ({
  preview,
  accountName,
  onAccountName,
}: {
  readonly preview: StatementPreview;
  /** Of a new account. */
  readonly accountName: string;
  readonly onAccountName: (name: string) => void;
}) => {
  const { statement, account } = preview;
  const printed = printedAccount(statement.account);
  return (
    <div className={classes.statement}>
      <div className={classes.account}>
        {account ? (
          <>
            <p className={classes.accountName} title={account.name}>
              {account.name}
            </p>
            <p className={classes.quiet}>{printed}</p>
          </>
        ) : (
          <TextInput
            label="Nouveau compte : son nom"
            description={printed}
            value={accountName}
            maxLength={80}
            autoComplete="off"
            error={accountName.trim() === '' ? 'Nommez ce compte.' : undefined}
            onChange={(event) => onAccountName(event.currentTarget.value)}
          />
        )}
      </div>
      <div className={classes.facts}>
        <p>
          {periodText(preview)}, {countText(preview)}{' '}
          <span className={classes.quiet}>({bankFormatNames[statement.format]})</span>
        </p>
        <Equation preview={preview} />
      </div>
    </div>
  );
};
