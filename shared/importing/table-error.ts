import type { ForeignFileType } from './file-signature.ts';

/** Why a file gives no table. */
export type TableError =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'damaged-workbook' }
  | { readonly kind: 'foreign-file'; readonly fileType: Exclude<ForeignFileType, 'xlsx'> }
  | {
      readonly kind: 'too-big';
      readonly what: 'bytes' | 'rows' | 'columns';
      readonly actual: number;
      readonly limit: number;
    }
  | { readonly kind: 'not-tabular' }
  | { readonly kind: 'no-rows'; readonly headers: readonly string[] }
  | { readonly kind: 'header-row-not-found'; readonly headerRow: number };

const nbsp = '\u00a0';
const narrow = '\u202f';

const foreignNames: Readonly<Record<Exclude<ForeignFileType, 'xlsx'>, string>> = {
  ods: 'un classeur LibreOffice (.ods)',
  word: 'un document de traitement de texte',
  zip: 'une archive ZIP',
  xls: 'un classeur Excel ancien (.xls)',
  pdf: 'un document PDF',
  image: 'une image',
  archive: 'une archive compressée',
  rtf: 'un document RTF',
  html: 'une page web (HTML)',
  xml: 'un fichier XML',
  database: 'une base de données',
  program: 'un programme',
  'unknown-binary': 'un fichier binaire et non un texte',
};

const foreignAdvice = (fileType: Exclude<ForeignFileType, 'xlsx'>): string => {
  switch (fileType) {
    case 'ods':
    case 'xls':
      return `Ouvrez-le dans votre tableur, choisissez «${nbsp}Enregistrer sous${nbsp}», puis le format CSV, et importez le fichier obtenu.`;
    case 'html':
      return 'Ouvrez-le dans Excel, enregistrez-le au format CSV, puis importez le fichier obtenu.';
    case 'zip':
    case 'archive':
      return 'Décompressez-la, puis importez le fichier CSV qu’elle contient.';
    default:
      return 'Exportez la liste de vos factures au format CSV depuis votre logiciel de facturation, puis importez ce fichier.';
  }
};

const groups = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, narrow);

const sizeFrench = (bytes: number): string => {
  const tenths = Math.round(bytes / 100_000);
  return tenths % 10 === 0 ? `${tenths / 10}${nbsp}Mo` : `${Math.floor(tenths / 10)},${tenths % 10}${nbsp}Mo`;
};

/** The user's message for a refused file: what it is and what to do. French. */
export const frenchTableError = (error: TableError): string => {
  switch (error.kind) {
    case 'empty-file':
      return 'Ce fichier est vide. Refaites l’export dans votre logiciel, puis réessayez.';
    case 'damaged-workbook':
      return `Ce fichier est un classeur Excel, mais il est endommagé ou protégé par un mot de passe. Ouvrez-le dans Excel, choisissez «${nbsp}Enregistrer sous${nbsp}», «${nbsp}CSV UTF-8${nbsp}», puis importez le fichier obtenu. Vous pouvez aussi copier les cellules et les coller ici.`;
    case 'foreign-file':
      return `Ce fichier est ${foreignNames[error.fileType]}. ${foreignAdvice(error.fileType)}`;
    case 'too-big':
      switch (error.what) {
        case 'bytes':
          return `Ce fichier est trop volumineux${nbsp}: ${sizeFrench(error.actual)}, pour une limite de ${sizeFrench(error.limit)}. Exportez une période plus courte.`;
        case 'rows':
          return `Ce fichier compte plus de ${groups(error.limit)} lignes. Exportez une période plus courte, ou seulement les factures non réglées.`;
        case 'columns':
          return `Ce fichier compte ${groups(error.actual)} colonnes, pour une limite de ${groups(error.limit)}. Retirez les colonnes inutiles de l’export.`;
      }
      break;
    case 'not-tabular':
      return `Aucun tableau n’a été reconnu dans ce fichier. Il faut une ligne par facture, avec des colonnes séparées par des points-virgules, des tabulations ou des virgules. Si le séparateur est un autre caractère, choisissez-le ci-dessous.`;
    case 'no-rows':
      return 'Ce fichier contient des titres de colonnes, mais aucune ligne en dessous. Vérifiez la période ou le filtre de l’export.';
    case 'header-row-not-found':
      return `La ligne ${groups(error.headerRow)} ne contient aucun titre de colonne. Choisissez une autre ligne de titres.`;
  }
  return 'Ce fichier n’a pas pu être lu.';
};
