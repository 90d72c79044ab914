import { z } from 'zod';
import { type Day, isDay } from '../dates/day.ts';

const text = z.string().max(4000);

/** Prepared data of a procedure as they are put on paper. */
export const procedureSheet = z.object({
  writtenOn: z.custom<Day>((value) => typeof value === 'string' && isDay(value)),
  title: z.string().min(1).max(300),
  creditor: z.string().max(300),
  debtor: z.string().max(300),
  sections: z
    .array(
      z.object({
        title: z.string().max(300),
        fields: z.array(z.object({ label: text, value: text, source: text })).max(2000),
      }),
    )
    .max(50),
});
export type ProcedureSheet = z.infer<typeof procedureSheet>;
