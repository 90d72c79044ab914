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

Les tables : clients, invoices (factures et avoirs), payments (règlements), allocations (imputations),
disputes (litiges), promises (promesses), plans (échéanciers), pauses (reports), reminders (relances),
notes (notes et appels), imports, importProfiles (profils d’import), scenarios, templates (modèles),
settings (réglages), outflows (dépenses prévues), bankBalances (soldes bancaires), documents.

Les mots de passe n’en font pas partie.

${journalFormatText}`
  .replaceAll(' :', '\u00a0:')
  .replaceAll(' ;\n', '\u202f;\n')
  .replaceAll('« ', '«\u00a0')
  .replaceAll(' »', '\u00a0»');
