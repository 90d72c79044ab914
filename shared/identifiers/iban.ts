import { fail, ok, type Result } from '../result.ts';
import { compact } from './compact.ts';
import { mod97 } from './mod97.ts';

export type IbanError = { readonly kind: 'invalid-iban'; readonly text: string };

/** Length by country, from the SWIFT registry of IBAN formats (ISO 13616). */
const lengthByCountry: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 ' +
    'EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 ' +
    'KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 ' +
    'PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 ' +
    'UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

/** True for an IBAN of a country of the registry with its length and right check digits, in groups or not. */
export const isIban = (text: string): boolean => {
  const iban = compact(text);
  return (
    /^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) &&
    lengthByCountry.get(iban.slice(0, 2)) === iban.length &&
    mod97(iban.slice(4) + iban.slice(0, 4)) === 1
  );
};

/** The IBAN in capitals without spaces, as files and QR codes want it. */
export const normaliseIban = (text: string): Result<string, IbanError> =>
  isIban(text) ? ok(compact(text)) : fail({ kind: 'invalid-iban', text });

/** In groups of four: `FR14 2004 1010 0505 0001 3M02 606`. */
export const formatIban = (text: string): string => compact(text).replace(/(.{4})(?=.)/g, '$1 ');

/** IBAN of a country and its national account number, check digits computed (98 − remainder by 97). */
export const ibanOf = (country: string, accountNumber: string): Result<string, IbanError> => {
  const bban = compact(accountNumber);
  const check = String(98 - mod97(`${bban}${country}00`)).padStart(2, '0');
  return normaliseIban(`${country}${check}${bban}`);
};
