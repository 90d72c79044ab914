/**
 * Second schema: bank accounts, their statements and movements, the names under which clients pay; letters beside
 * the reminders, claims given to a third party or brought to court, and the documents that prove them.
 */
export const version2 = {
  bankAccounts: 'id',
  bankStatements: 'id',
  bankLines: 'id',
  payerNames: 'id',
  letters: 'id',
  handovers: 'id',
  legalCases: 'id',
  pieces: 'id',
} as const;
