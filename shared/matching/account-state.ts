import type { Day } from '../dates/day.ts';
import type { OpenItem } from './match-contract.ts';
import type { MatchingIndex } from './matching-index.ts';

/** An invoice and what is still owed on it after the lines dealt with so far. */
export interface OwedItem {
  readonly item: OpenItem;
  /** More than 0. */
  readonly leftCents: number;
}

/**
 * What is still owed while a batch is dealt with: each accepted proposal takes its shares off, so that no line
 * takes what a better one took.
 */
export class AccountState {
  readonly #index: MatchingIndex;
  readonly #taken = new Map<string, number>();
  readonly #usedOnAccount = new Map<string, number>();
  readonly #versions = new Map<string, number>();
  readonly #linked = new Set<string>();
  readonly #kept = new Map<string, number>();

  constructor(index: MatchingIndex) {
    this.#index = index;
  }

  leftOf(item: OpenItem): number {
    return item.remainingCents - (this.#taken.get(item.invoiceId) ?? 0);
  }

  /** What the client owes in a currency on invoices issued by `day`, in the legal order. */
  owedBy(clientId: string, currency: string, day: Day): readonly OwedItem[] {
    const owed: OwedItem[] = [];
    for (const item of this.#index.itemsOfClient.get(clientId) ?? []) {
      const leftCents = this.leftOf(item);
      if (leftCents > 0 && item.currency === currency && item.issuedOn <= day) owed.push({ item, leftCents });
    }
    return owed;
  }

  onAccountOf(clientId: string): number {
    const all = this.#index.payers.get(clientId)?.onAccountCents ?? 0;
    return Math.max(0, all - (this.#usedOnAccount.get(clientId) ?? 0));
  }

  /** Grows with every payment that is linked or taken back. */
  get linkCount(): number {
    return this.#linked.size;
  }

  isLinked(paymentId: string): boolean {
    return this.#linked.has(paymentId);
  }

  /** Grows with every change of the client's account. */
  versionOf(clientId: string): number {
    return this.#versions.get(clientId) ?? 0;
  }

  take(clientId: string, shares: readonly { readonly invoiceId: string; readonly cents: number }[]): void {
    for (const { invoiceId, cents } of shares)
      this.#taken.set(invoiceId, (this.#taken.get(invoiceId) ?? 0) + cents);
    this.#bump(clientId);
  }

  spendOnAccount(clientId: string, cents: number): void {
    this.#usedOnAccount.set(clientId, (this.#usedOnAccount.get(clientId) ?? 0) + cents);
    this.#bump(clientId);
  }

  /** What a collector kept of the lines dealt with so far. */
  keptOf(handoverId: string): number {
    return this.#kept.get(handoverId) ?? 0;
  }

  keep(handoverId: string, cents: number): void {
    this.#kept.set(handoverId, this.keptOf(handoverId) + cents);
  }

  link(clientId: string, paymentId: string): void {
    this.#linked.add(paymentId);
    this.#bump(clientId);
  }

  #bump(clientId: string): void {
    this.#versions.set(clientId, this.versionOf(clientId) + 1);
  }
}
