/**
 * Runs work that is written in steps to its end at once. Who must keep a window awake runs the same steps a
 * few at a time.
 */
export const lastOf = <Value>(steps: Generator<unknown, Value>): Value => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
