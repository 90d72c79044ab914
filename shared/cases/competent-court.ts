import type { DebtorRegime, PostalAddress } from '../ledger/client.ts';
import type { ProcedureKind } from '../ledger/legal-case.ts';
import { isDomestic } from '../letters/address-block.ts';

/** Bas-Rhin, Haut-Rhin and Moselle have no commercial court: a chamber of the judicial court sits instead. */
const localLawDepartments = ['57', '67', '68'];

export const isAlsaceMoselle = (postcode: string): boolean =>
  localLawDepartments.includes(postcode.trim().slice(0, 2));

/** Which family of courts hears the claim. */
export type CourtKind = 'commercial' | 'commercial-chamber' | 'judicial' | 'unknown';

/** @param bothMerchants undefined = not known yet. */
export const courtKind = (
  bothMerchants: boolean | undefined,
  address: PostalAddress | undefined,
): CourtKind => {
  if (bothMerchants === undefined) return 'unknown';
  if (!bothMerchants) return 'judicial';
  return isAlsaceMoselle(address?.postcode ?? '') ? 'commercial-chamber' : 'commercial';
};

const courtNames: Readonly<Record<CourtKind, string>> = {
  commercial: 'tribunal de commerce ou tribunal des activités économiques',
  'commercial-chamber': 'chambre commerciale du tribunal judiciaire (Alsace-Moselle)',
  judicial: 'tribunal judiciaire (juge des contentieux de la protection ou juge compétent)',
  unknown: 'tribunal de commerce entre commerçants, tribunal judiciaire sinon',
};

const seat = (address: PostalAddress | undefined): string => {
  const place = address ? `${address.postcode} ${address.city}`.trim() : '';
  return place === '' ? 'dans le ressort du débiteur (adresse à compléter)' : `dans le ressort de ${place}`;
};

const towardsJudge: ReadonlySet<ProcedureKind> = new Set<ProcedureKind>([
  'order-for-payment',
  'interim-payment',
  'summons',
  'small-claims',
  'uncontested-commercial-claim',
]);

/** What leaves the court open, French: the rules kept here are those of a private debtor in France. */
const openCourt = (
  address: PostalAddress | undefined,
  regime: DebtorRegime | undefined,
): string | undefined => {
  if (!isDomestic(address?.country))
    return 'À déterminer avec un conseil\u00A0: le débiteur est établi à l’étranger';
  return regime === 'public'
    ? 'À déterminer avec un conseil\u00A0: celle d’un organisme public dépend du contrat'
    : undefined;
};

/**
 * Before whom a procedure goes, French. The court is that of the debtor's seat (CPC 1406 for an order for
 * payment); its town is not guessed from the postcode, for a jurisdiction may be wider than a town. No court is
 * named for a debtor abroad or a public body.
 */
export const competentCourt = (
  procedure: ProcedureKind,
  bothMerchants: boolean | undefined,
  address: PostalAddress | undefined,
  regime?: DebtorRegime,
): string => {
  const open = towardsJudge.has(procedure) ? openCourt(address, regime) : undefined;
  if (open !== undefined) return open;
  const court = `${courtNames[courtKind(bothMerchants, address)]}, ${seat(address)}`;
  switch (procedure) {
    case 'order-for-payment':
      return `Président\u00A0: ${court}, compétence d’ordre public (CPC art. 1406)`;
    case 'interim-payment':
      return `Président statuant en référé\u00A0: ${court}`;
    case 'summons':
      return `${court.charAt(0).toUpperCase()}${court.slice(1)}`;
    case 'uncontested-commercial-claim':
      return `Commissaire de justice, puis greffier\u00A0: ${courtNames[courtKind(true, address)]}, ${seat(address)}`;
    case 'small-claims':
      return `Commissaire de justice du ressort de la cour d’appel du débiteur (${seat(address)})`;
    case 'mediation':
      return 'Médiateur des entreprises, en ligne sur economie.gouv.fr';
    case 'claim-declaration':
      return 'Mandataire judiciaire ou liquidateur de la procédure';
    default:
      return court;
  }
};
