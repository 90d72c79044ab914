/** Second schema: bank accounts, their statements and movements, and the names under which clients pay. */
export const version2 = {
  bankAccounts: 'id',
  bankStatements: 'id',
  bankLines: 'id',
  payerNames: 'id',
} as const;
