/** What is known of the frame that sent a request. */
export interface SenderFacts {
  readonly contentsId: number;
  readonly isMainFrame: boolean;
  readonly origin: string;
}

/** Only the main frame of the application's own window, showing the application's own page, may ask. */
export const isTrustedSender = (
  sender: SenderFacts,
  expected: { readonly contentsId: number | undefined; readonly origin: string },
): boolean =>
  expected.contentsId !== undefined &&
  sender.contentsId === expected.contentsId &&
  sender.isMainFrame &&
  sender.origin === expected.origin;
