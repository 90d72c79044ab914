import { bankError, noStatement } from './bank-problem.ts';
import type { BankReading } from './bank-reading.ts';
import type { TableError } from './table-error.ts';

const again =
  'Téléchargez à nouveau le relevé depuis le site de votre banque, au format OFX, CAMT.053, CFONB, MT940 ou CSV.';

/** The columns of this file cannot be told for sure: nothing is read until the user says which is which. */
export const columnsUnknown = (why: string): BankReading => ({
  statements: [],
  problems: [bankError('columns-unknown', `${why} Indiquez quelle colonne contient quoi.`)],
});

/** A file that gives no table gives no statement either. */
export const noBankTable = (error: TableError): BankReading => {
  switch (error.kind) {
    case 'empty-file':
      return noStatement('empty-file', `Ce fichier est vide. ${again}`);
    case 'no-rows':
      return noStatement(
        'empty-file',
        'Ce fichier contient des titres de colonnes, mais aucune opération. Vérifiez la période choisie sur le site de votre banque.',
      );
    case 'damaged-workbook':
      return noStatement(
        'damaged',
        `Ce classeur est endommagé, incomplet ou protégé par un mot de passe. ${again}`,
      );
    case 'too-big':
      return noStatement(
        'too-big',
        'Ce fichier est trop volumineux. Téléchargez une période plus courte sur le site de votre banque.',
      );
    case 'foreign-file':
    case 'not-tabular':
    case 'header-row-not-found':
      return noStatement(
        'not-a-statement',
        `Aucun relevé de compte n’a été reconnu dans ce fichier. ${again}`,
      );
  }
};
