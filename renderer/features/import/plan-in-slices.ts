/** Work on the thread of the window goes on for this long before it lets the window breathe; milliseconds. */
const sliceMs = 12;

const pause = (): Promise<void> =>
  new Promise((settle) => {
    setTimeout(settle);
  });

/**
 * Runs steps to their end with pauses, so that ten thousand rows are planned without a freeze.
 * @param isGivenUp asked at every pause; true ends the work
 * @returns undefined when it was given up
 */
export const inSlices = async <Value>(
  steps: Generator<undefined, Value>,
  isGivenUp: () => boolean = () => false,
): Promise<Value | undefined> => {
  for (;;) {
    const end = performance.now() + sliceMs;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await pause();
    if (isGivenUp()) return undefined;
  }
};
