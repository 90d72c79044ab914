import type { Day } from '../../../shared/dates/day.ts';
import type { Collector, CollectorFee, CollectorKind, Handover } from '../../../shared/ledger/handover.ts';
import type { HandoverTerms } from '../../../shared/ledger/handover-changes.ts';
import type { Cents } from '../../../shared/money/cents.ts';

/** What is typed about a hand-over. */
export interface HandoverDraft {
  readonly kind: CollectorKind;
  readonly name: string;
  /** Lines of the address. */
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  readonly handedOverOn: Day | undefined;
  readonly feeKind: CollectorFee['kind'];
  readonly feeCents: Cents | undefined;
  readonly basisPoints: number | undefined;
  /** VAT on top of the fee; undefined or 0 where none comes. */
  readonly vatBasisPoints: number | undefined;
  readonly reference: string;
  readonly note: string;
}

const collectorDraft = ({ kind, name, address, email, phone }: Collector) => ({
  kind,
  name,
  street: address?.lines.join('\n') ?? '',
  postcode: address?.postcode ?? '',
  city: address?.city ?? '',
  email: email ?? '',
  phone: phone ?? '',
});

/** Nothing typed yet; handed over on that day. */
export const newHandover = (today: Day): HandoverDraft => ({
  ...collectorDraft({ kind: 'agency', name: '' }),
  handedOverOn: today,
  feeKind: 'none',
  feeCents: undefined,
  basisPoints: undefined,
  vatBasisPoints: undefined,
  reference: '',
  note: '',
});

/** The same partner as before, by the name that was typed or picked. */
export const withName = (draft: HandoverDraft, name: string, known: readonly Collector[]): HandoverDraft => {
  const found = known.find((collector) => collector.name === name);
  return { ...draft, ...(found ? collectorDraft(found) : { name }) };
};

/** A hand-over as it stands, to be corrected. */
export const draftOfHandover = ({
  collector,
  handedOverOn,
  fee,
  reference,
  note,
}: Handover): HandoverDraft => ({
  ...collectorDraft(collector),
  handedOverOn,
  feeKind: fee.kind,
  feeCents: fee.kind === 'fixed' ? fee.cents : undefined,
  basisPoints: fee.kind === 'share' ? fee.basisPoints : undefined,
  vatBasisPoints: fee.kind === 'none' ? undefined : fee.vatBasisPoints,
  reference: reference ?? '',
  note,
});

const feeOf = ({
  feeKind,
  feeCents,
  basisPoints,
  vatBasisPoints,
}: HandoverDraft): CollectorFee | undefined => {
  const vat = vatBasisPoints === undefined || vatBasisPoints === 0 ? {} : { vatBasisPoints };
  switch (feeKind) {
    case 'none':
      return { kind: 'none' };
    case 'fixed':
      return feeCents === undefined ? undefined : { kind: 'fixed', cents: feeCents, ...vat };
    case 'share':
      return basisPoints === undefined
        ? undefined
        : { kind: 'share', basisPoints: Math.round(basisPoints), ...vat };
  }
};

const trimmed = <Name extends string>(name: Name, text: string): { readonly [Key in Name]?: string } =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as { readonly [Key in Name]?: string });

/** The terms that the draft says; undefined while the name, the day or the fee is missing. */
export const termsOfDraft = (draft: HandoverDraft): HandoverTerms | undefined => {
  const fee = feeOf(draft);
  const { handedOverOn } = draft;
  if (draft.name.trim() === '' || handedOverOn === undefined || fee === undefined) return undefined;
  const lines = draft.street
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [postcode, city] = [draft.postcode.trim(), draft.city.trim()];
  return {
    collector: {
      kind: draft.kind,
      name: draft.name.trim(),
      ...(lines.length > 0 || postcode !== '' || city !== '' ? { address: { lines, postcode, city } } : {}),
      ...trimmed('email', draft.email),
      ...trimmed('phone', draft.phone),
    },
    handedOverOn,
    fee,
    ...trimmed('reference', draft.reference),
    note: draft.note.trim(),
  };
};
