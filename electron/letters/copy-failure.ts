/** Why a file cannot be appended to a letter. */
export interface CopyFailure {
  readonly kind: 'missing' | 'encrypted' | 'damaged' | 'too-large' | 'not-printable';
}

/** The same in French, the end of a sentence. */
export const copyFailureTexts: Readonly<Record<CopyFailure['kind'], string>> = {
  missing: 'le fichier n’est plus dans le dossier d’Acquit',
  encrypted: 'le PDF est protégé par un mot de passe',
  damaged: 'le fichier est abîmé',
  'too-large': 'le fichier est trop volumineux',
  'not-printable': 'le fichier n’est ni un PDF ni une image',
};
