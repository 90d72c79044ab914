import { formatIban, isIban } from '../identifiers/iban.ts';
import { isSameAccount } from '../identifiers/same-account.ts';
import type { BankAccount } from './bank.ts';

/** « … 2606 »: the end of an account's number, enough to tell the user's few accounts apart. */
export const accountEnding = (identifier: string): string => `…\u00A0${identifier.slice(-4)}`;

const unnumbered = 'sans-numero-';

/** An identifier for an account whose files never name it; `taken` are those of all accounts. */
export const unnumberedAccount = (taken: Iterable<string>): string => {
  const known = new Set(taken);
  for (let number = 1; ; number += 1)
    if (!known.has(`${unnumbered}${number}`)) return `${unnumbered}${number}`;
};

/** The account as it is printed: an IBAN in groups of four, anything else as the bank's file wrote it. */
export const printedAccount = (identifier: string): string => {
  if (identifier.startsWith(unnumbered)) return 'Numéro inconnu';
  return isIban(identifier) ? formatIban(identifier) : identifier;
};

/** A name to propose for a new account that no other has: « Compte courant », « Compte courant 2 »… */
export const proposedAccountName = (taken: Iterable<string>): string => {
  const names = new Set(taken);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'Compte courant' : `Compte courant ${number}`;
    if (!names.has(name)) return name;
  }
};

/** How the account of an imported statement is found again: unique with its currency. */
export const bankAccountKey = ({
  account,
  currency,
}: {
  readonly account: string;
  readonly currency: string;
}): string => `${account} ${currency}`;

/** The known account of a statement; an IBAN is recognised by the number that another format gives. */
export const accountOfStatement = (
  accounts: Iterable<BankAccount>,
  { account, currency }: { readonly account: string; readonly currency: string },
): BankAccount | undefined => {
  const candidates = [...accounts].filter((known) => known.currency === currency);
  return (
    candidates.find(({ identifier }) => identifier === account) ??
    candidates.find(({ identifier }) => isSameAccount(identifier, account))
  );
};
