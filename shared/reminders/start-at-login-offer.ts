/** What decides whether the start with the PC is offered. */
export interface StartAtLoginFacts {
  readonly isDemo: boolean;
  readonly hasInvoices: boolean;
  /** The user has said yes or no before, on this PC. */
  readonly isAnswered: boolean;
  /** Can this build start at login, and does it already? */
  readonly status: { readonly supported: boolean; readonly enabled: boolean };
}

/**
 * Offered once, in the real ledger, when there is something to remind of: a reminder that is due while the
 * application is closed is only found at the next start.
 */
export const offersStartAtLogin = ({ isDemo, hasInvoices, isAnswered, status }: StartAtLoginFacts): boolean =>
  !isDemo && hasInvoices && !isAnswered && status.supported && !status.enabled;
