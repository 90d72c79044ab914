import { useCallback, useMemo, useState } from 'react';
import { type BankFilePreview, previewBankFiles } from '../../../shared/importing/bank-import-preview.ts';
import { proposedAccountName, unnumberedAccount } from '../../../shared/ledger/bank-account-name.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepForm } from '../import/step-form.tsx';
import { AccountChoice } from './account-choice.tsx';
import { BankFileCard } from './bank-file-card.tsx';
import { accountlessCurrencies, isIncomplete, standingOf, withAccounts } from './bank-file-checks.ts';
import classes from './bank-import.module.css';
import type { BankImport } from './use-bank-import.ts';

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

/** Last step before anything is written: accounts, periods, what is new, and whether each statement adds up. */
export const BankCheckStep = ({ bankImport }: { readonly bankImport: BankImport }) => {
  const { files: readFiles } = bankImport;
  const { bankAccounts, bankStatements, bankLines, imports } = useLedger();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [chosenAccounts, setChosenAccounts] = useState<ReadonlyMap<string, string>>(new Map());
  const known = useMemo(() => [...bankAccounts.values()], [bankAccounts]);
  const newAccount = useMemo(() => unnumberedAccount(known.map(({ identifier }) => identifier)), [known]);
  const accountOf = useCallback(
    (fileHash: string, currency: string): string => {
      const same = known.filter((account) => account.currency === currency);
      const only = same.length === 1 ? same[0]?.identifier : undefined;
      return chosenAccounts.get(`${fileHash} ${currency}`) ?? only ?? newAccount;
    },
    [known, chosenAccounts, newAccount],
  );
  const readStatements = (fileHash: string) =>
    readFiles.find((file) => file.fileHash === fileHash)?.reading.statements ?? [];
  const files = useMemo(
    () =>
      readFiles.map((file) => ({
        ...file,
        reading: {
          ...file.reading,
          statements: withAccounts(file.reading.statements, (currency) => accountOf(file.fileHash, currency)),
        },
      })),
    [readFiles, accountOf],
  );
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
        <BankFileCard
          key={file.fileHash}
          file={file}
          preview={preview}
          standing={standing}
          nameOf={nameOf}
          accountChoice={accountlessCurrencies(readStatements(file.fileHash)).map((currency) => (
            <AccountChoice
              key={currency}
              accounts={known.filter((account) => account.currency === currency)}
              newAccount={newAccount}
              value={accountOf(file.fileHash, currency)}
              onChange={(identifier) =>
                setChosenAccounts(
                  (before) => new Map([...before, [`${file.fileHash} ${currency}`, identifier]]),
                )
              }
            />
          ))}
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
