import { readFileSync } from 'node:fs';

/** Bytes of one of the small files written for these tests. */
export const fixtureBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../fixtures/invoices/${name}`, import.meta.url));

/** Bytes of a text as a modern program writes it. */
export const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The value of a success; fails the test otherwise, showing the error. */
export const successOf = <Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value => {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The error of a failure; fails the test otherwise. */
export const errorOf = <Failure>(
  result: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure },
): Failure => {
  if (result.ok) throw new Error('expected a failure');
  return result.error;
};
