import { ActionIcon, Badge, Checkbox, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { businessDay } from '../../../shared/dates/clock.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type BankFilePreview, previewBankFiles } from '../../../shared/importing/bank-import-preview.ts';
import {
  accountEnding,
  proposedAccountName,
  unnumberedAccount,
} from '../../../shared/ledger/bank-account-name.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepForm } from '../import/step-form.tsx';
import {
  accountlessCurrencies,
  type BankFileStanding,
  type CheckedBankFile,
  isIncomplete,
  standingOf,
  withAccounts,
} from './bank-file-checks.ts';
import classes from './bank-import.module.css';
import { BankProblems } from './bank-problems.tsx';
import { StatementFacts } from './statement-facts.tsx';
import type { BankImport } from './use-bank-import.ts';

const badgeOf = (
  standing: BankFileStanding,
  { newLineCount }: BankFilePreview,
): { readonly label: string; readonly color: string } => {
  switch (standing) {
    case 'refused':
      return { label: 'Pas importé', color: 'red' };
    case 'known':
      return { label: 'Rien de nouveau', color: 'gray' };
    case 'new':
      return {
        label:
          newLineCount === 0
            ? 'Aucun mouvement'
            : counted(newLineCount, 'nouveau mouvement', 'nouveaux mouvements'),
        color: 'ink',
      };
  }
};

/** Names proposed for the accounts that are not known yet, in the order of the files. */
const proposedNames = (
  taken: readonly string[],
  previews: readonly BankFilePreview[],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { statements } of previews)
    for (const { account, accountKey } of statements)
      if (account === undefined && !names.has(accountKey))
        names.set(accountKey, proposedAccountName([...taken, ...names.values()]));
  return names;
};

const summaryOf = (files: number, lines: number): string => {
  if (files === 0) return 'Rien de nouveau à importer.';
  const what =
    lines === 0
      ? 'aucun mouvement'
      : counted(lines, 'nouveau mouvement bancaire', 'nouveaux mouvements bancaires');
  return files === 1 ? `À importer\u00A0: ${what}.` : `À importer\u00A0: ${files}\u00A0fichiers, ${what}.`;
};

const FileCard = ({
  file,
  preview,
  standing,
  nameOf,
  onName,
  accountChoice,
  isAccepted,
  onAccept,
  onRemove,
}: {
  readonly file: CheckedBankFile;
  readonly preview: BankFilePreview;
  readonly standing: BankFileStanding;
  readonly nameOf: (accountKey: string) => string;
  readonly onName: (accountKey: string, name: string) => void;
  /** Which account it is, where the file does not say so. */
  readonly accountChoice: ReactNode;
  readonly isAccepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly onRemove: () => void;
}) => {
  const badge = badgeOf(standing, preview);
  return (
    <Card
      title={file.fileName}
      actions={
        <>
          <Badge color={badge.color}>{badge.label}</Badge>
          <ActionIcon aria-label={`Retirer ${file.fileName}`} onClick={onRemove}>
            <X size={16} aria-hidden="true" />
          </ActionIcon>
        </>
      }
    >
      {preview.importedAt !== undefined && (
        <Notice tone="info">
          Ce fichier a déjà été importé le {formatDay(businessDay(Date.parse(preview.importedAt)))}. Rien
          n’est compté deux fois.
        </Notice>
      )}
      {accountChoice}
      {preview.statements.map((statement, index) => (
        <StatementFacts
          // A file may hold the same account twice; the statements keep their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          preview={statement}
          accountName={nameOf(statement.accountKey)}
          onAccountName={(name) => onName(statement.accountKey, name)}
        />
      ))}
      <BankProblems problems={file.reading.problems} />
      {standing === 'new' && isIncomplete(file) && (
        <Checkbox
          mt="sm"
          label="Une partie de ce fichier n’a pas pu être lue&nbsp;: importer quand même le reste"
          checked={isAccepted}
          onChange={(event) => onAccept(event.currentTarget.checked)}
        />
      )}
    </Card>
  );
};

/** Last step before anything is written: accounts, periods, what is new, and whether each statement adds up. */
export const BankCheckStep = ({ bankImport }: { readonly bankImport: BankImport }) => {
  const { files: readFiles } = bankImport;
  const { bankAccounts, bankStatements, bankLines, imports } = useLedger();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [chosenAccounts, setChosenAccounts] = useState<ReadonlyMap<string, string>>(new Map());
  const known = useMemo(() => [...bankAccounts.values()], [bankAccounts]);
  const newAccount = useMemo(() => unnumberedAccount(known.map(({ identifier }) => identifier)), [known]);
  const files = useMemo(
    () =>
      readFiles.map((file) => ({
        ...file,
        reading: {
          ...file.reading,
          statements: withAccounts(file.reading.statements, (currency) => {
            const same = known.filter((account) => account.currency === currency);
            const only = same.length === 1 ? same[0]?.identifier : undefined;
            return chosenAccounts.get(`${file.fileHash} ${currency}`) ?? only ?? newAccount;
          }),
        },
      })),
    [readFiles, known, chosenAccounts, newAccount],
  );
  const accountChoiceOf = (fileHash: string): ReactNode => {
    const read = readFiles.find((file) => file.fileHash === fileHash)?.reading.statements ?? [];
    return accountlessCurrencies(read).map((currency) => {
      const same = known.filter((account) => account.currency === currency);
      const value =
        files
          .find((file) => file.fileHash === fileHash)
          ?.reading.statements.find(
            (statement, index) => read[index]?.account === '' && statement.currency === currency,
          )?.account ?? newAccount;
      return (
        <Select
          key={currency}
          label="Ce fichier ne dit pas de quel compte il est"
          w={360}
          mb="md"
          data={[
            ...same.map(({ identifier, name }) => ({
              value: identifier,
              label: `${name} (${accountEnding(identifier)})`,
            })),
            { value: newAccount, label: 'Un nouveau compte' },
          ]}
          value={value}
          allowDeselect={false}
          onChange={(identifier) => {
            if (identifier !== null)
              setChosenAccounts((before) => new Map([...before, [`${fileHash} ${currency}`, identifier]]));
          }}
        />
      );
    });
  };
  const previews = useMemo(
    () =>
      previewBankFiles(
        { bankAccounts, bankStatements, bankLines, imports },
        files.map(({ fileHash, reading }) => ({ fileHash, statements: reading.statements })),
      ),
    [bankAccounts, bankStatements, bankLines, imports, files],
  );
  const proposed = useMemo(
    () =>
      proposedNames(
        [...bankAccounts.values()].map(({ name }) => name),
        previews,
      ),
    [bankAccounts, previews],
  );
  const nameOf = (accountKey: string): string => typed.get(accountKey) ?? proposed.get(accountKey) ?? '';
  const rows = files.flatMap((file, index) => {
    const preview = previews[index];
    return preview ? [{ file, preview, standing: standingOf(file, preview) }] : [];
  });
  const wanted = rows.filter(
    ({ file, standing }) => standing === 'new' && (!isIncomplete(file) || accepted.has(file.fileHash)),
  );
  const undecided = rows.filter(
    ({ file, standing }) => standing === 'new' && isIncomplete(file) && !accepted.has(file.fileHash),
  ).length;
  const newAccounts = new Set(
    wanted.flatMap(({ preview }) =>
      preview.statements.filter(({ account }) => account === undefined).map(({ accountKey }) => accountKey),
    ),
  );
  const areNamed = [...newAccounts].every((key) => nameOf(key).trim() !== '');
  const lineCount = wanted.reduce((sum, { preview }) => sum + preview.newLineCount, 0);
  return (
    <StepForm
      label="Vérification avant l’import"
      back={{ label: 'Autres fichiers', onClick: bankImport.startAgain }}
      submitLabel={wanted.length > 1 ? `Importer les ${wanted.length} relevés` : 'Importer le relevé'}
      isReady={wanted.length > 0 && areNamed}
      onSubmit={() =>
        bankImport.importFiles(
          wanted.map(({ file }) => file),
          new Map([...newAccounts].map((key) => [key, nameOf(key).trim()])),
        )
      }
    >
      <p className={classes.summary} role="status">
        {summaryOf(wanted.length, lineCount)}
      </p>
      {undecided > 0 && (
        <Notice tone="caution">
          {undecided === 1 ? 'Un fichier est incomplet' : `${undecided} fichiers sont incomplets`} : il n’est
          pas importé sans votre accord.
        </Notice>
      )}
      {rows.map(({ file, preview, standing }) => (
        <FileCard
          key={file.fileHash}
          file={file}
          preview={preview}
          standing={standing}
          nameOf={nameOf}
          accountChoice={accountChoiceOf(file.fileHash)}
          onName={(key, name) => setTyped((known) => new Map([...known, [key, name]]))}
          isAccepted={accepted.has(file.fileHash)}
          onAccept={(isAccepted) =>
            setAccepted((known) => {
              const next = new Set(known);
              if (isAccepted) next.add(file.fileHash);
              else next.delete(file.fileHash);
              return next;
            })
          }
          onRemove={() => bankImport.removeFile(file.fileHash)}
        />
      ))}
    </StepForm>
  );
};
