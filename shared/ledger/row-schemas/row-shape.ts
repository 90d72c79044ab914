import { z } from 'zod';
import type { Instant } from '../../dates/clock.ts';
import { type Day, isDay } from '../../dates/day.ts';
import type { Cents } from '../../money/cents.ts';

/*
 * Schemas of rows that come from outside: an archive that somebody may have changed. The compiler asks for every
 * field and every variant of the type, so that a field which is added there cannot be forgotten here. Fields that
 * this version does not know are let through as they are.
 */

/** An object with all fields of a type; every field must be given, the optional ones too. */
export const shapeOf = <Row extends object>(
  fields: {
    readonly [Field in keyof Row]-?: z.ZodType<Row[Field]>;
  },
): z.ZodType<Row> => z.looseObject(fields) as unknown as z.ZodType<Row>;

/** A union of objects told apart by `kind`; every kind must be given. */
export const byKind = <Union extends { readonly kind: string }>(
  variants: {
    readonly [Kind in Union['kind']]: z.ZodType<Extract<Union, { readonly kind: Kind }>>;
  },
): z.ZodType<Union> =>
  z.union(Object.values(variants) as unknown as readonly z.ZodType<Union>[]) as z.ZodType<Union>;

/** One of the words of a type; every word must be given. */
export const wordOf = <Word extends string>(words: Readonly<Record<Word, true>>): z.ZodType<Word> =>
  z.enum(Object.keys(words) as [Word, ...Word[]]) as unknown as z.ZodType<Word>;

export const text = z.string();
export const id = z.string().min(1);
export const yesNo = z.boolean();
export const whole = z.int();
export const count = z.int().nonnegative();
/** SHA-256, hexadecimal. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Whole cents within what a number holds exactly. */
export const cents = z.int() as unknown as z.ZodType<Cents>;
export const day = z.iso.date().refine(isDay) as unknown as z.ZodType<Day>;
export const instant = z.iso.datetime() as unknown as z.ZodType<Instant>;
