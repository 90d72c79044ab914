// Matching of bank movements with invoices: how right it is, and how long 20,000 movements take.
import { plainCapitals } from '../../shared/matching/digit-runs.ts';
import { proposeMatches } from '../../shared/matching/propose-matches.ts';
import { type ScoreTable, scored } from '../support/payment-score.ts';
import { paymentCase } from '../support/payment-truth.ts';
import { everydayMix, harshMix, type PaymentMix } from '../support/payment-truth-mix.ts';
import { bestProcessorTime, print } from './support/measure.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const show = (name: string, mix: PaymentMix, firstSeed: number, cases: number): void => {
  let table: ScoreTable | undefined;
  for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
    const { input, lines } = paymentCase(seed, mix, 900);
    table = scored(proposeMatches(input), lines, table);
  }
  if (table === undefined) return;
  process.stdout.write(
    `${name}: ${table.lines} movements, ${table.withTruth} of them a client’s money or its return; ` +
      `pre-ticked ${table.ticked}, wrong ${table.ticked - table.tickedRight}: precision ${percent(table.precision)}, ` +
      `recall ${percent(table.recall)}; first proposal right for ${percent(table.bestRight / table.withTruth)}\n`,
  );
  for (const [way, tally] of [...table.byWay].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (tally.withTruth > 0)
      process.stdout.write(
        `  ${way.padEnd(30)} ${String(tally.withTruth).padStart(6)}  pre-ticked and right ${percent(tally.tickedRight / tally.withTruth).padStart(8)}  wrong ${tally.ticked - tally.tickedRight}\n`,
      );
};

show('Everyday payers', everydayMix, 1001, 14);
show('Harsh payers', harshMix, 2001, 14);

// Most movements of a firm are of strangers here: they cost more than those that name an invoice.
const { input } = paymentCase(3001, { ...everydayMix, unrelated: 3.2 }, 3200);
const movements = input.movements.slice(0, 20_000);
const large = { ...input, movements };
print([
  {
    what: `matching ${movements.length} movements with ${input.items.length} open invoices`,
    measured: await bestProcessorTime(2, () => proposeMatches(large)),
    unit: 'ms',
    floor: await bestProcessorTime(2, () => movements.map(({ label }) => plainCapitals(label).split(' '))),
    floorIs: 'words of the labels',
    budget: { limit: 8000, of: 'measured' },
  },
]);
