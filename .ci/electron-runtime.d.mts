type Environment = Readonly<Record<string, string | undefined>>;

/** The path of the Electron executable for development and tests, installed on first use. */
export function electronExecutable(): Promise<string>;

/** Is this the executable of the pinned `electron` package? */
export function isOfficial(executable: string): boolean;

/** What Chromium must be told about this machine: `--no-sandbox` for root only, no GPU on a virtual screen. */
export function chromiumArguments(env?: Environment): string[];

/** The arguments that start the application with any runtime, followed by the application's own. */
export function launchArguments(appArguments?: readonly string[], env?: Environment): string[];
