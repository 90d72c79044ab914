/** Every place of the application has an address; links and shortcuts name places, never components. */
export const places = {
  week: '/semaine',
  dashboard: '/tableau-de-bord',
  ageing: '/balance-agee',
  clients: '/clients',
  client: (clientId: string) => `/clients/${encodeURIComponent(clientId)}`,
  /** The client's invoices, with that one under the eye. */
  clientInvoice: (clientId: string, invoiceId: string) =>
    `/clients/${encodeURIComponent(clientId)}?facture=${encodeURIComponent(invoiceId)}`,
  /** The client's décompte, or the part of it that one invoice makes. */
  clientStatement: (clientId: string, invoiceId?: string) =>
    `/clients/${encodeURIComponent(clientId)}/decompte${
      invoiceId === undefined ? '' : `?facture=${encodeURIComponent(invoiceId)}`
    }`,
  /** Figures for the declaration of the claim to the client's trustee. */
  claimDeclaration: (clientId: string) => `/clients/${encodeURIComponent(clientId)}/declaration`,
  /** « Nouveau courrier » to a client, of a kind, about a plan, a payment or a hand-over. */
  newLetter: (
    clientId: string,
    about: {
      readonly kind: string;
      readonly planId?: string;
      readonly paymentId?: string;
      readonly handoverId?: string;
    },
  ) => {
    const asked = new URLSearchParams({ genre: about.kind });
    if (about.planId !== undefined) asked.set('plan', about.planId);
    if (about.paymentId !== undefined) asked.set('reglement', about.paymentId);
    if (about.handoverId !== undefined) asked.set('mandat', about.handoverId);
    return `/clients/${encodeURIComponent(clientId)}/courrier?${asked}`;
  },
  reminders: '/relances',
  /** Calls to make and text messages to send. */
  calls: '/relances?onglet=appels',
  /** The same, with the call to that client under the eye. */
  call: (clientId: string) => `/relances?onglet=appels&client=${encodeURIComponent(clientId)}`,
  letters: '/courriers',
  /** Letters that went out, with that one under the eye. */
  letter: (letterId: string) => `/courriers?onglet=postes&courrier=${encodeURIComponent(letterId)}`,
  /** Contested invoices, what was given to third parties. */
  disputes: '/litiges',
  handovers: '/litiges?onglet=confies',
  /** « Contentieux »: the board of the cases. */
  cases: '/contentieux',
  case: (caseId: string) => `/contentieux/${encodeURIComponent(caseId)}`,
  /** Figures, dates and pieces to copy for the procedure of a case. */
  caseData: (caseId: string) => `/contentieux/${encodeURIComponent(caseId)}/donnees`,
  receipts: '/encaissements',
  /** Movements of the bank and the invoices that they settle. */
  matching: '/encaissements?onglet=rapprochement',
  bankAccounts: '/encaissements?onglet=comptes',
  /** Import of statements. */
  bankImport: '/encaissements/releve',
  treasury: '/tresorerie',
  import: '/import',
  journal: '/journal',
  settings: '/reglages',
  settingsSection: (section: SettingsSection) => `/reglages/${section}`,
} as const;

export const settingsSections = [
  'societe',
  'messagerie',
  'scenario',
  'modeles',
  'relances',
  'rapprochement',
  'tresorerie',
  'taux',
  'donnees',
  'affichage',
] as const;

export type SettingsSection = (typeof settingsSections)[number];
