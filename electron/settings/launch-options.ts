/** What the command line of a start asks for. */
export interface LaunchOptions {
  readonly demo: boolean;
  /** Started at login: stay in the tray until called. */
  readonly hidden: boolean;
  /** Profile folder of a test; only an unpackaged application honours it. */
  readonly profile?: string | undefined;
  /** File that holds the test's clock; only an unpackaged application honours it. */
  readonly clockFile?: string | undefined;
  /** Certificate authority of a test's mail server (PEM file); only an unpackaged application honours it. */
  readonly extraCertificate?: string | undefined;
}

const valueAfter = (words: readonly string[], name: string): string | undefined =>
  words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Reads the words after the executable. In a packaged application the test options do nothing. */
export const launchOptions = (words: readonly string[], isPackaged: boolean): LaunchOptions => ({
  demo: words.includes('--demo'),
  hidden: words.includes('--hidden'),
  ...(isPackaged
    ? {}
    : {
        profile: valueAfter(words, 'profile'),
        clockFile: valueAfter(words, 'clock'),
        extraCertificate: valueAfter(words, 'extra-certificate'),
      }),
});
