import type { z } from 'zod';
import { type LedgerRows, rowKey, type TableName, tableNames } from '../../shared/ledger/ledger.ts';
import { rowSchemas } from '../../shared/ledger/row-schemas/row-schemas.ts';

/** What the sampler needs to know of a schema of zod. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly format?: string } } }[];
}

/** Texts that have been lost on the way before: quotes, line ends, emoji, French spaces, what looks like code. */
const texts = [
  'Été à l’«\u00a0Œuvre\u00a0»',
  'a"b\\c\n\td',
  '🙂 1\u202f234,56\u00a0€',
  '=1+1',
  '</script>',
  'x',
];

/**
 * A value of a schema with every optional field set.
 * @param turn chooses among the variants of a union and the words of a list, so that all come in turn.
 */
const sampleOf = (schema: z.ZodType, turn: number): unknown => {
  const def = (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod.def;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([name, field], index) => [name, sampleOf(field, turn + index)]),
      );
    case 'optional':
      return def.innerType && sampleOf(def.innerType, turn);
    case 'union':
      return sampleOf(at(def.options ?? [], turn), turn);
    case 'array':
      return def.element === undefined ? [] : [sampleOf(def.element, turn), sampleOf(def.element, turn + 1)];
    case 'record':
      return { colonne: 3, autre: 'x' };
    case 'enum':
      return at(Object.values(def.entries ?? {}), turn);
    case 'literal':
      return at(def.values ?? [], turn);
    case 'boolean':
      return turn % 2 === 0;
    case 'number':
      return (turn % 9) + 1;
    case 'string': {
      const format = def.format ?? def.checks?.map(({ _zod }) => _zod.def.format).find(Boolean);
      if (format === 'date') return `2026-11-${String((turn % 28) + 1).padStart(2, '0')}`;
      if (format === 'datetime') return `2026-11-22T08:00:00.${String(turn % 1000).padStart(3, '0')}Z`;
      if (format === 'regex') return turn.toString(16).padStart(64, '0');
      return at(texts, turn);
    }
    default:
      throw new Error(`no sample of ${def.type}`);
  }
};

const at = <Item>(list: readonly Item[], turn: number): Item => {
  const found = list[turn % list.length];
  if (found === undefined) throw new Error('an empty list has no sample');
  return found;
};

/** Rows of a table, `count` of them, with every field, every variant and every word that its schema knows. */
export const sampledRows = <Table extends TableName>(
  table: Table,
  count: number,
): readonly LedgerRows[Table][] =>
  Array.from({ length: count }, (_, index) => {
    const row = sampleOf(rowSchemas[table], index) as Record<string, unknown>;
    const isKeyed = table !== 'documents' && table !== 'settings';
    return (isKeyed ? { ...row, id: `${table}-${index}` } : row) as unknown as LedgerRows[Table];
  });

/** The same of every table. */
export const sampledTables = (count: number) =>
  tableNames.map((table) => ({
    table,
    rows: sampledRows(table, count).map((row) => ({ key: rowKey(table, row as never), row })),
  }));
