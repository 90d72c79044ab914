import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import type { BankAccount, BankLine, BankStatementRecord, PayerName } from '../../../shared/ledger/bank.ts';
import { setAsideNames } from '../../../shared/ledger/set-aside-names.ts';
import { amount, count, dayOfInstant, onDay, text, yesNo } from './column-kinds.ts';
import type { LedgerNames } from './ledger-names.ts';

export const bankAccountColumns: readonly ExportColumn<BankAccount>[] = [
  text('Nom', ({ name }) => name),
  text('Compte', ({ identifier }) => identifier),
  text('Devise', ({ currency }) => currency),
  text('Reçoit des règlements', ({ receivesPayments }) => yesNo(receivesPayments)),
  text('Identifiant', ({ id }) => id),
];

export const bankStatementColumns = (names: LedgerNames): readonly ExportColumn<BankStatementRecord>[] => [
  names.account(),
  text('Format', ({ format }) => format.toUpperCase()),
  onDay('Du', ({ openingOn }) => openingOn),
  onDay('Au', ({ closingOn }) => closingOn),
  onDay('Données jusqu’au', ({ coversUntil }) => coversUntil),
  amount('Solde d’ouverture', ({ openingCents }) => openingCents),
  amount('Solde de clôture', ({ closingCents }) => closingCents),
  count('Mouvements', ({ lineCount }) => lineCount),
  count('Nouveaux mouvements', ({ newLineCount }) => newLineCount),
  text('Soldes vérifiés', ({ addsUp }) => (addsUp === undefined ? undefined : yesNo(addsUp))),
  onDay('Importé le', ({ recordedAt }) => dayOfInstant(recordedAt)),
  text('Import', ({ importId }) => importId),
  text('Identifiant', ({ id }) => id),
];

export const bankLineColumns = (names: LedgerNames): readonly ExportColumn<BankLine>[] => [
  names.account(),
  onDay('Date', ({ bookedOn }) => bookedOn),
  onDay('Date de valeur', ({ valueOn }) => valueOn),
  amount('Montant', ({ amountCents }) => amountCents),
  text('Libellé', ({ label }) => label),
  text('Contrepartie', ({ counterparty }) => counterparty),
  text('IBAN de la contrepartie', ({ counterpartyIban }) => counterpartyIban),
  text('Référence', ({ reference }) => reference),
  text('Référence de la banque', ({ bankId }) => bankId),
  text('Code de la banque', ({ bankCode }) => bankCode),
  text('Motif de retour', ({ returnReason }) => returnReason),
  text('Mis de côté', ({ setAside }) => setAside && setAsideNames[setAside.reason]),
  text('Mis de côté, note', ({ setAside }) => setAside?.note),
  text('Reprend le règlement', ({ returnsPaymentId }) => returnsPaymentId),
  text('Relevé', ({ statementId }) => statementId),
  text('Identifiant', ({ id }) => id),
];

export const payerNameColumns = (names: LedgerNames): readonly ExportColumn<PayerName>[] => [
  names.client(),
  text('Nom du payeur', ({ nameKey }) => nameKey),
  text('IBAN du payeur', ({ iban }) => iban),
  count('Confirmations', ({ confirmations }) => confirmations),
  onDay('Appris le', ({ learnedAt }) => dayOfInstant(learnedAt)),
];
