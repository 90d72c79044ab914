import fc from 'fast-check';

/** What happens to a file on its way: a byte altered, a part lost, doubled, moved or foreign. */
export type Damage =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'lose'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'end'; readonly at: number };

const position = fc.double({ min: 0, max: 1, noNaN: true });

/** One damage; `at` is a share of the length. `telling` are bytes that mean something in the format. */
export const anyDamage = (telling: string): fc.Arbitrary<Damage> => {
  const byte = fc.oneof(
    fc.constantFrom(...telling).map((character) => character.charCodeAt(0)),
    fc.integer({ min: 0, max: 255 }),
  );
  return fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at: position, byte }),
    fc.record({ kind: fc.constant('lose' as const), at: position, length: fc.integer({ min: 1, max: 300 }) }),
    fc.record({
      kind: fc.constant('repeat' as const),
      at: position,
      length: fc.integer({ min: 1, max: 300 }),
    }),
    fc.record({
      kind: fc.constant('insert' as const),
      at: position,
      bytes: fc.array(byte, { maxLength: 30 }),
    }),
    fc.record({ kind: fc.constant('end' as const), at: position }),
  );
};

/** The bytes after the damage; the given ones stay as they are. */
export const damaged = (bytes: Uint8Array, damage: Damage): Uint8Array => {
  const at = Math.floor(damage.at * bytes.length);
  const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => [...part]));
  switch (damage.kind) {
    case 'set': {
      const copy = bytes.slice();
      copy[at] = damage.byte;
      return copy;
    }
    case 'lose':
      return joined(bytes.subarray(0, at), bytes.subarray(at + damage.length));
    case 'repeat':
      return joined(bytes.subarray(0, at + damage.length), bytes.subarray(at));
    case 'insert':
      return joined(bytes.subarray(0, at), damage.bytes, bytes.subarray(at));
    case 'end':
      return bytes.subarray(0, at);
  }
};
