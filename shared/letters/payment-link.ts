/** What stands for the sum and for the reference in the address of a payment page. */
export const paymentLinkFields = ['{montant}', '{reference}'] as const;

const longestLink = 500;

/** Scheme and host without user, password or field; then whatever an address may hold. */
const httpsAddress =
  /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$/iu;

/** The address with its fields taken by figures, to see whether the rest is one. */
const filled = (template: string): string =>
  template.replaceAll('{montant}', '1.00').replaceAll('{reference}', 'F-1');

/**
 * What is wrong with the address of a payment page as typed, French; undefined where nothing is. Only https, no
 * name or password in it, fields never in the host: a letter must not lead anywhere but where the user says.
 */
export const paymentLinkProblem = (template: string): string | undefined => {
  const text = template.trim();
  if (text === '') return undefined;
  if (text.length > longestLink) return `Limitez-vous à ${longestLink} caractères.`;
  if (!/^https:\/\//iu.test(text)) return 'Le lien commence par https://.';
  const unknown = /\{[^{}]*\}/gu;
  for (const [field] of text.matchAll(unknown))
    if (!(paymentLinkFields as readonly string[]).includes(field))
      return `«\u00A0${field}\u00A0» n’est pas un champ\u00A0: utilisez {montant} et {reference}.`;
  if (/^https:\/\/[^/?#]*\{/iu.test(text)) return 'Les champs viennent après le nom du site.';
  return httpsAddress.test(filled(text)) ? undefined : 'Ce lien n’est pas une adresse de site valable.';
};

/** « 1234.56 »: what payment pages read. */
const plainAmount = (amountCents: number): string =>
  `${Math.floor(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;

/**
 * The address at which a sum can be paid; undefined where there is none, where the one of the settings is not
 * sound, where nothing is owed, or for a reference with half a surrogate pair, which has no form in an address.
 * @param amountCents more than 0.
 */
export const paymentLink = (
  template: string | undefined,
  amountCents: number,
  reference: string,
): string | undefined => {
  const text = template?.trim() ?? '';
  if (text === '' || amountCents <= 0 || paymentLinkProblem(text) !== undefined) return undefined;
  if (/\p{Cs}/u.test(reference)) return undefined;
  return text
    .replaceAll('{montant}', plainAmount(amountCents))
    .replaceAll('{reference}', () => encodeURIComponent(reference).replace(/'/gu, '%27'));
};
