/**
 * The outcome of anything that can be expected to fail. Failures are values with a `kind`;
 * exceptions are kept for bugs.
 */
export type Result<Value, Failure extends { readonly kind: string } = { readonly kind: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** Wraps a success. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** Wraps an expected failure. */
export const fail = <Failure extends { readonly kind: string }>(
  error: Failure,
): { readonly ok: false; readonly error: Failure } => ({ ok: false, error });

/** Proof for the compiler that every member of a union was handled; reached only by a bug. */
export const unreachable = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
};
