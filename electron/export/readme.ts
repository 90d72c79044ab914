import { journalFormatText } from '../backup/readme.ts';

/** LISEZMOI.txt of the export, French. */
export const exportReadme = `EXPORT COMPLET D’ACQUIT

Tout ce que contient votre dossier, dans des formats que d’autres logiciels lisent :

csv/             une table par fichier, pour Excel et LibreOffice : UTF-8, séparateur « ; », virgule
                 décimale, dates JJ/MM/AAAA. Une apostrophe précède les textes qu’un tableur prendrait
                 pour une formule.
json/            les mêmes tables avec tous leurs champs, en anglais, tels qu’Acquit les enregistre.
                 Les montants (…Cents, cents) sont en centimes, les jours (…On) au format AAAA-MM-JJ, les
                 instants (…At) en temps universel.
documents/       les e-mails envoyés (.eml), les courriers (.pdf) et les pièces jointes, sous leur nom ;
                 documents/index.csv donne l’empreinte SHA-256 de chacun.
journal.ndjson   le journal de toutes les modifications.
outbox.ndjson    le journal des e-mails envoyés, de la même forme.
archive.json     la date, le nombre de lignes de chaque table, et de chaque fichier la taille et
                 l’empreinte SHA-256.

Pour retrouver tout cela dans Acquit, sur cet ordinateur ou un autre : Réglages, Données, « Reprendre une
archive ». Chaque fichier est d’abord comparé à son empreinte ; une archive modifiée est refusée. Ce qui fait
foi est journal.ndjson : les fichiers CSV et JSON en sont tirés.

Les tables : clients, invoices (factures et avoirs), payments (règlements), allocations (imputations),
disputes (litiges), promises (promesses), plans (échéanciers), pauses (reports), reminders (relances),
notes (notes et appels), imports, importProfiles (profils d’import), scenarios, templates (modèles),
settings (réglages), outflows (dépenses prévues), bankBalances (soldes bancaires), documents, bankAccounts
(comptes bancaires), bankStatements (relevés), bankLines (mouvements), payerNames (noms sous lesquels vos clients
paient), letters (courriers hors relances), handovers (dossiers confiés à un tiers), legalCases (dossiers
contentieux), pieces (pièces justificatives).

Les mots de passe n’en font pas partie.

${journalFormatText}`
  .replaceAll(' :', '\u00a0:')
  .replaceAll(/(?<!«) ;/g, '\u202f;')
  .replaceAll('« ', '«\u00a0')
  .replaceAll(' »', '\u00a0»');
