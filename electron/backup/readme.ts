/** How anybody checks a journal without Acquit, French. Part of every backup and export. */
export const journalFormatText = `Le journal (journal.ndjson) contient, une par ligne, toutes les modifications faites dans Acquit, de la
première à la dernière, avec l’état des fiches avant et après. Chaque ligne a la forme

    {"hash":"…","body":…}

« hash » est l’empreinte SHA-256, en hexadécimal, de : l’empreinte de la ligne précédente (rien pour la
première ligne), un saut de ligne (octet 0A), puis les octets exacts de « body ». Chaque empreinte
garantit donc toutes les lignes qui précèdent : aucune ne peut être changée, retirée ou ajoutée sans que
cela se voie. Les documents (courriers, e-mails, pièces, dossiers contentieux) y figurent par leur empreinte.

Pour le vérifier sans Acquit, ouvrez un terminal dans ce dossier et lancez l’une de ces deux commandes :

    node verifier_journal.mjs
    python3 verifier_journal.py

Sous Windows, Python se lance par « python » au lieu de « python3 ». Les deux scripts sont ici, courts
et sans dépendance ; ils donnent la dernière empreinte et s’arrêtent à la première ligne, ou au premier
document, qui n’est pas d’origine. Avec une empreinte notée ailleurs (« sceller » le journal), ils disent
aussi s’il manque des lignes à la fin :

    python3 verifier_journal.py journal.ndjson <empreinte>
`;

/** LISEZMOI.txt of a backup, French. */
export const backupReadme = `SAUVEGARDE D’ACQUIT

Ce dossier est une sauvegarde complète et indépendante. Pour la restaurer : Réglages, Sauvegarde,
« Restaurer une sauvegarde ». Elle se lit aussi sans Acquit :

journal.ndjson   toutes les données (texte UTF-8, une modification par ligne)
outbox.ndjson    le journal des e-mails envoyés, de la même forme
documents/       les e-mails envoyés (.eml), les courriers (.pdf) et les pièces jointes ; chaque fichier
                 porte le nom de son empreinte SHA-256
backup.json      la date, le nombre de fiches et l’empreinte de la dernière ligne du journal
SHA256SUMS       les empreintes de tous les fichiers (vérification : sha256sum --check SHA256SUMS)

${journalFormatText}`
  .replaceAll(' :', '\u00a0:')
  .replaceAll(' ;', '\u202f;')
  .replaceAll('« ', '«\u00a0')
  .replaceAll(' »', '\u00a0»');
