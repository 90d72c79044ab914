import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';

/** Forgets the garbage of the run before, where Node was started with `--expose-gc` (`npm run bench` does). */
const collect = (): void => (globalThis as { gc?: () => void }).gc?.();

const fastestOf = async (runs: number, work: () => unknown, clock: () => number): Promise<number> => {
  await work();
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    collect();
    const start = clock();
    await work();
    fastest = Math.min(fastest, clock() - start);
  }
  return fastest;
};

/** Milliseconds of the fastest of several runs, after one that warms up: what the code can do at its best. */
export const best = (runs: number, work: () => unknown): Promise<number> =>
  fastestOf(runs, work, () => performance.now());

/**
 * The same in milliseconds of processor time, for what waits for nothing: other programs of the machine do not
 * count, but the garbage collector's own threads do.
 */
export const bestProcessorTime = (runs: number, work: () => unknown): Promise<number> =>
  fastestOf(runs, work, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });

/** One line of the table. Times in milliseconds, rates a second. */
export interface Line {
  readonly what: string;
  readonly measured: number;
  readonly unit: 'ms' | '/s' | 'MB';
  /** The peer or floor, measured in the same run. */
  readonly floor: number;
  readonly floorIs: string;
  readonly budget?: {
    readonly limit: number;
    /** `ratio`: to the floor. */
    readonly of: 'measured' | 'ratio';
  };
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const isRate = ({ unit }: Line): boolean => unit === '/s';

/** How many times the floor: more is worse for times, for rates too (the floor does so many times more). */
const ratioOf = (line: Line): number =>
  isRate(line) ? line.floor / line.measured : line.measured / line.floor;

const budgetOf = (line: Line): string => {
  if (!line.budget) return '';
  const { limit, of } = line.budget;
  const sign = of === 'measured' && isRate(line) ? '≥' : '≤';
  return `${sign} ${number(limit)} ${of === 'ratio' ? '×' : line.unit}`;
};

/** True when the line keeps its budget, or has none. */
export const isWithin = (line: Line): boolean => {
  if (!line.budget) return true;
  const value = line.budget.of === 'ratio' ? ratioOf(line) : line.measured;
  return line.budget.of === 'measured' && isRate(line)
    ? value >= line.budget.limit
    : value <= line.budget.limit;
};

/** Prints the table: what, measured, floor, ratio, budget. A budget that is not kept is marked. */
export const print = (lines: readonly Line[]): void => {
  const head = ['what', 'measured', 'floor', 'ratio', 'budget', ''];
  const rows = lines.map((line) => [
    line.what,
    `${number(line.measured)} ${line.unit}`,
    `${number(line.floor)} ${line.unit} (${line.floorIs})`,
    `${number(ratioOf(line))} ×`,
    budgetOf(line),
    isWithin(line) ? '' : 'OVER',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  console.log(`load of the machine: ${loadavg().map(number).join(' ')}\n`);
};
