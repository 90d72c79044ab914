/** What a movement of an account is, by the bank's codes and its label. */
export type BankLineKind =
  | 'receipt'
  | 'card-settlement'
  | 'cheque-deposit'
  | 'own-transfer'
  | 'refund'
  | 'returned-debit'
  | 'rejected-transfer'
  | 'fees'
  | 'other-debit';
