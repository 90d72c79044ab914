/** Is there no screen to show a window on? */
export const hasNoScreen: boolean;

/** What a desktop session has and a container lacks: a screen and a session bus with an unlocked keyring. */
export function startDesktopSession(wish: {
  readonly ownScreen: boolean;
  readonly ownBus: boolean;
  readonly keyringFolder?: string;
}): Promise<{ readonly env: Record<string, string>; readonly stop: () => Promise<void> }>;
