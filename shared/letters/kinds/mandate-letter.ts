import { formatLongDay } from '../../dates/format-day.ts';
import { formatSiren } from '../../identifiers/siren.ts';
import type { LetterBlock } from '../../ipc/letter-block.ts';
import type { LetterModel } from '../../ipc/letter-contract.ts';
import { remainingCents } from '../../ledger/balance.ts';
import type { Client } from '../../ledger/client.ts';
import { settingsOf } from '../../ledger/default-settings.ts';
import type { Collector, CollectorFee, Handover } from '../../ledger/handover.ts';
import { agreedFee } from '../../ledger/handover-fee.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { fail, ok, type Result } from '../../result.ts';
import { addressBlock } from '../address-block.ts';
import { figuresMarker } from '../letter-text.ts';
import { bodyOf, type LetterProposal, type LetterWish, type LetterWishFailure } from './letter-wish.ts';
import { politeClosing, salutation } from './polite-forms.ts';

const debtorOf = ({ name, siren, address }: Client): string =>
  [
    name,
    ...(siren === undefined ? [] : [`SIREN\u00A0${formatSiren(siren)}`]),
    ...(address === undefined ? [] : [...address.lines, `${address.postcode} ${address.city}`.trim()]),
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');

const feeClause = (fee: CollectorFee): string =>
  fee.kind === 'none'
    ? 'Vos frais sont à convenir entre nous\u202F; ceux du recouvrement amiable restent à notre charge de créancier.'
    : `Votre rémunération est de ${agreedFee(fee)}. Cette rémunération et les frais du recouvrement amiable restent à notre charge de créancier.`;

/** Lawyers and commissaires de justice act under their own statutes (law-and-formats.md 4.1). */
const conditionsClause = ({ kind }: Collector): string =>
  kind === 'lawyer' || kind === 'bailiff'
    ? ''
    : 'Vous nous confirmez exercer dans les conditions des articles L124-1 et R124-1 à R124-7 du Code des procédures civiles d’exécution\u00A0: déclaration écrite au procureur de la République, assurance de responsabilité professionnelle et compte bancaire affecté. Vos lettres au débiteur portent les mentions de l’article R124-4.';

const collectorOf = (ledger: Ledger, handoverId: string | undefined): Handover | undefined =>
  ledger.handovers.get(handoverId ?? '');

/** The envelope of the collector; undefined where his address is not known. */
export const collectorLines = ({ collector }: Handover): readonly string[] | undefined =>
  collector.address === undefined || collector.address.city.trim() === ''
    ? undefined
    : addressBlock(collector.name, collector.address).lines;

/** What is confided, and what it comes to. */
export const mandateBlocks = (ledger: Ledger, handover: Handover): readonly LetterBlock[] => [
  {
    kind: 'invoices',
    title: '',
    rows: handover.invoiceIds.flatMap((id) => {
      const invoice = ledger.invoices.get(id);
      return invoice === undefined
        ? []
        : [
            {
              number: invoice.number,
              issuedOn: invoice.issuedOn,
              ...(invoice.dueOn === undefined ? {} : { dueOn: invoice.dueOn }),
              totalCents: invoice.totalCents,
              owedCents: Math.max(0, remainingCents(ledger, id)),
            },
          ];
    }),
  },
  {
    kind: 'total',
    label: `Créance au ${formatLongDay(handover.handedOverOn)}`,
    cents: handover.claimCents,
  },
];

/** The collector accepts on the same sheet. */
export const collectorSignature = ({
  collector,
}: Handover): NonNullable<LetterModel['countersignature']> => ({
  title: `Mandat accepté par ${collector.name}`,
  lines: ['Nom et qualité du signataire\u00A0:', 'Fait à\u00A0:', 'Le\u00A0:'],
});

/** « Mandat de recouvrement »: the written mandate that R124-3 ff. of the CPCEx want, for the user's lawyer to judge. */
export const mandateProposal = (
  ledger: Ledger,
  wish: LetterWish,
  client: Client,
): Result<LetterProposal, LetterWishFailure> => {
  const handover = collectorOf(ledger, wish.handoverId);
  if (handover === undefined || handover.clientId !== client.id)
    return fail({
      kind: 'no-handover',
      message:
        'Confiez d’abord le dossier à un tiers\u00A0: ce mandat met par écrit ce que vous lui avez confié.',
    });
  const { name } = settingsOf(ledger, 'company');
  return ok({
    subject: 'MANDAT DE RECOUVREMENT AMIABLE',
    body: bodyOf([
      salutation,
      `${name}, ci-après «\u00A0le mandant\u00A0», donne mandat à ${handover.collector.name} de recouvrer à l’amiable, en son nom et pour son compte, les créances ci-dessous sur ${debtorOf(client)}.${handover.reference === undefined || handover.reference === '' ? '' : ` Votre référence\u00A0: ${handover.reference}.`}`,
      figuresMarker,
      'Vous pouvez recevoir les règlements du débiteur et lui en donner quittance. Toute remise, tout délai au-delà de ce que nous aurons accepté et toute action en justice demandent notre accord écrit.',
      feeClause(handover.fee),
      conditionsClause(handover.collector),
      'Vous nous informez de tout règlement reçu et nous le reversez sans attendre. Nous vous informons de même de tout règlement qui nous parviendrait. Chacun de nous peut mettre fin à ce mandat par écrit.',
      politeClosing,
    ]),
    invoiceIds: handover.invoiceIds,
    enclosures: [
      handover.invoiceIds.length === 1
        ? 'Copie de la facture'
        : `Copie des ${handover.invoiceIds.length} factures`,
      'Relevé de compte du débiteur',
    ],
    registered: false,
  });
};
