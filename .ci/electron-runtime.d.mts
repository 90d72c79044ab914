/** The path of the Electron executable for development and tests, installed on first use. */
export function electronExecutable(): Promise<string>;

/** Is this the executable of the pinned `electron` package? */
export function isOfficial(executable: string): boolean;

/** The arguments that start the application with any runtime, followed by the application's own. */
export function launchArguments(...appArguments: readonly string[]): string[];

/** `--no-sandbox` for root on Linux, nothing for anybody else. */
export function sandboxArguments(): string[];
