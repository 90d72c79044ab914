import type { InvoiceDocument } from './document-batch.ts';

const profiles: readonly (readonly [RegExp, string])[] = [
  [/extended-ctc-fr/i, 'Extended CTC'],
  [/xrechnung/i, 'XRechnung'],
  [/basicwl/i, 'Basic WL'],
  [/minimum/i, 'Minimum'],
  [/extended/i, 'Extended'],
  [/basic/i, 'Basic'],
  [/comfort|en16931/i, 'EN 16931'],
  [/peppol/i, 'Peppol'],
];

/** How the file was written, for people: « Factur-X Basic », « UBL ». */
export const profileName = ({
  form,
  syntax,
  profile = '',
}: Pick<InvoiceDocument, 'form' | 'syntax' | 'profile'>): string => {
  const level = profiles.find(([pattern]) => pattern.test(profile))?.[1];
  switch (syntax) {
    case 'zugferd-1':
      return 'ZUGFeRD 1';
    case 'ubl-invoice':
    case 'ubl-credit-note':
      return level === undefined || level === 'EN 16931' ? 'UBL' : `UBL ${level}`;
    case 'cii':
      if (level === 'XRechnung') return 'XRechnung';
      return [form === 'pdf' ? 'Factur-X' : 'CII', level].filter((part) => part !== undefined).join(' ');
  }
};
