import { noStatement, quotedFrench } from './bank-problem.ts';
import type { BankReading } from './bank-reading.ts';

/**
 * Why an OFX file holds no statement of an account.
 * @param seen the names of its aggregates.
 * @param refusal what the bank's server answered instead, « » without words; undefined where it did not refuse.
 */
export const noOfxStatement = (seen: ReadonlySet<string>, refusal: string | undefined): BankReading => {
  if (refusal !== undefined) {
    const why = refusal === '' ? '' : ` ${quotedFrench(refusal)}`;
    return noStatement(
      'not-a-statement',
      `Ce fichier est un refus de la banque${why}, pas un relevé. Téléchargez le relevé une nouvelle fois.`,
    );
  }
  if (seen.has('INVSTMTRS')) {
    return noStatement(
      'other-message',
      'Ce fichier est un relevé de titres, pas un relevé de compte. Téléchargez celui du compte courant.',
    );
  }
  if (seen.has('ACCTINFORS')) {
    return noStatement(
      'other-message',
      'Ce fichier est une liste de comptes, sans relevé. Téléchargez le relevé du compte.',
    );
  }
  return noStatement(
    'not-a-statement',
    'Ce fichier OFX ne contient aucun relevé de compte. Téléchargez-le une nouvelle fois.',
  );
};
