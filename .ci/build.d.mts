/** Builds renderer, main and preload into out/build, which holds nothing else afterwards. Answers the exit code. */
export function build(): Promise<number>;
