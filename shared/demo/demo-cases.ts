/** How an open invoice came to where it stands, told in days before today. */
export interface DemoCase {
  readonly client: string;
  /** Days since the due date; undefined for the invoice that came without one. */
  readonly daysLate: number | undefined;
  readonly euros: number;
  /** Steps of the standard scenario that were done, 0 to 4. */
  readonly stepsDone: 0 | 1 | 2 | 3 | 4;
  /** What the last step done came to; reached the client where undefined. */
  readonly lastStep?: 'unknown' | 'rejected' | 'printed';
  /** What was already received on it. */
  readonly received?: readonly { readonly daysAgo: number; readonly euros: number }[];
}

/**
 * The invoices that make the demonstration tell its stories. The planned days of the steps (J+7, J+15,
 * J+30, J+60) roll over at most three days off, so these ages keep each case where it belongs whatever the
 * day of the week: what is due today is due, what waits waits.
 */
export const demoCases: readonly DemoCase[] = [
  // A first friendly e-mail is due.
  { client: 'charpentes-orval', daysLate: 11, euros: 3864, stepsDone: 0 },
  { client: 'agence-merlot', daysLate: 12, euros: 1290, stepsDone: 0 },
  { client: 'agence-merlot', daysLate: 11, euros: 2172, stepsDone: 0 },
  { client: 'dupraz', daysLate: 13, euros: 1485, stepsDone: 0 },
  { client: 'hotel-belvaux', daysLate: 11, euros: 4620, stepsDone: 0 },
  { client: 'syndic-clairmont', daysLate: 12, euros: 2736, stepsDone: 0 },
  // A firm e-mail is due; the last of them after a promise that was not kept.
  { client: 'batilor', daysLate: 20, euros: 6948, stepsDone: 1 },
  { client: 'mairie-saint-orens', daysLate: 19, euros: 5520, stepsDone: 1 },
  { client: 'promotion-lysandre', daysLate: 22, euros: 4284, stepsDone: 1 },
  // The server refused the first e-mail: due again.
  { client: 'bois-et-teintes', daysLate: 13, euros: 1764, stepsDone: 1, lastStep: 'rejected' },
  // A formal notice is due, once with a part already paid.
  { client: 'renov-sarcel', daysLate: 35, euros: 5376, stepsDone: 2 },
  {
    client: 'cuisines-novaline',
    daysLate: 36,
    euros: 3900,
    stepsDone: 2,
    received: [{ daysAgo: 16, euros: 1500 }],
  },
  // The last notice is due.
  { client: 'tilleuls-verts', daysLate: 65, euros: 7212, stepsDone: 3 },
  // A formal notice was printed and waits for the walk to the post office.
  { client: 'carrelages-montrel', daysLate: 38, euros: 2988, stepsDone: 3, lastStep: 'printed' },
  // Contested, in a payment plan, in insolvency.
  { client: 'cabinet-ferrand', daysLate: 45, euros: 3348, stepsDone: 2 },
  {
    client: 'la-gentiane',
    daysLate: 110,
    euros: 4200,
    stepsDone: 3,
    received: [
      { daysAgo: 39, euros: 1100 },
      { daysAgo: 9, euros: 1100 },
    ],
  },
  { client: 'la-gentiane', daysLate: 80, euros: 2400, stepsDone: 2 },
  { client: 'maurelle', daysLate: 95, euros: 5880, stepsDone: 3 },
  { client: 'maurelle', daysLate: 62, euros: 3126, stepsDone: 2 },
  // Nothing to do now: perhaps sent, reminded a few days ago, postponed, promised, left to the user.
  { client: 'ateliers-quervain', daysLate: 13, euros: 1620, stepsDone: 1, lastStep: 'unknown' },
  { client: 'tavel-second-oeuvre', daysLate: 20, euros: 3030, stepsDone: 2 },
  { client: 'office-vallier', daysLate: 12, euros: 984, stepsDone: 1 },
  { client: 'ecole-aubert', daysLate: 19, euros: 2640, stepsDone: 1 },
  { client: 'bailly-promotion', daysLate: 28, euros: 6420, stepsDone: 2 },
  { client: 'sci-vaurelle', daysLate: 130, euros: 2150, stepsDone: 0 },
  { client: 'transports-gallois', daysLate: 102, euros: 4464, stepsDone: 4 },
  // Late by so little that no step is due, without an e-mail address, without a due date.
  { client: 'roussel', daysLate: 4, euros: 1190, stepsDone: 0 },
  { client: 'garage-tournelle', daysLate: undefined, euros: 876, stepsDone: 0 },
  // Not yet due: large work for clients who pay late, and an invoice on which a deposit came in.
  { client: 'batilor', daysLate: -6, euros: 9840, stepsDone: 0 },
  { client: 'renov-sarcel', daysLate: -11, euros: 8964, stepsDone: 0 },
  { client: 'energie-bois-nant', daysLate: -16, euros: 10_380, stepsDone: 0 },
  { client: 'brasserie-quai-nord', daysLate: -8, euros: 7320, stepsDone: 0 },
  { client: 'mairie-saint-orens', daysLate: -15, euros: 9480, stepsDone: 0 },
  { client: 'bailly-promotion', daysLate: -21, euros: 7560, stepsDone: 0 },
  {
    client: 'domaine-arolles',
    daysLate: -9,
    euros: 8460,
    stepsDone: 0,
    received: [{ daysAgo: 9, euros: 2820 }],
  },
];
