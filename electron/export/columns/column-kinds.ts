import { businessDay } from '../../../shared/dates/clock.ts';
import type { ExportColumn } from '../../../shared/exporting/export-table.ts';

/** Columns of a CSV, by what their cells hold. */
export const text = <Row>(header: string, value: (row: Row) => string | undefined): ExportColumn<Row> => ({
  header,
  kind: 'text',
  value,
});
export const amount = <Row>(header: string, value: (row: Row) => number | undefined): ExportColumn<Row> => ({
  header,
  kind: 'amountCents',
  value,
});
export const onDay = <Row>(header: string, value: (row: Row) => string | undefined): ExportColumn<Row> => ({
  header,
  kind: 'day',
  value,
});
export const count = <Row>(header: string, value: (row: Row) => number | undefined): ExportColumn<Row> => ({
  header,
  kind: 'integer',
  value,
});
/** Basis points. */
export const percent = <Row>(header: string, value: (row: Row) => number | undefined): ExportColumn<Row> => ({
  header,
  kind: 'percent',
  value,
});

export const yesNo = (value: boolean): string => (value ? 'oui' : 'non');
/** Lists and nested values keep their structure: one cell of JSON. */
export const json = (value: unknown): string => JSON.stringify(value);
/** The day of an instant, in France. */
export const dayOfInstant = (at: string | undefined): string | undefined =>
  at === undefined ? undefined : businessDay(Date.parse(at));
/** Names of documents. */
export const named = (documents: readonly { readonly name: string }[]): string =>
  documents.map(({ name }) => name).join(', ');
