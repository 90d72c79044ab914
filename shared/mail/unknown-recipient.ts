/**
 * What the user reads when the server says that the mailbox does not exist (RFC 3463: 5.1.1 to 5.1.3). The
 * ledger knows by it that the address itself is wrong, not the message or the account.
 */
export const unknownRecipient =
  'L’adresse du destinataire n’existe pas ou plus. Corrigez-la dans la fiche du client.';
