import { type AgeingBucket, ageingBucketNames, ageingBuckets } from '../../shared/ledger/ageing.ts';
import type { Cents } from '../../shared/money/cents.ts';
import classes from './ageing-bar.module.css';
import { Amount } from './amount.tsx';

const colours: Readonly<Record<AgeingBucket, string>> = {
  notDue: 'var(--age-not-due)',
  d1to30: 'var(--age-30)',
  d31to60: 'var(--age-60)',
  d61to90: 'var(--age-90)',
  over90: 'var(--age-over)',
};

/** What is owed by age: one bar in the ramp, and the same told in words and amounts below it. */
export const AgeingBar = ({ buckets }: { readonly buckets: Readonly<Record<AgeingBucket, Cents>> }) => (
  <div className={classes.ageing}>
    <div className={classes.bar} aria-hidden="true">
      {ageingBuckets
        .filter((bucket) => buckets[bucket] > 0)
        .map((bucket) => (
          <span key={bucket} style={{ flexGrow: buckets[bucket], background: colours[bucket] }} />
        ))}
    </div>
    <dl className={classes.legend}>
      {ageingBuckets.map((bucket) => (
        <div key={bucket}>
          <dt>
            <span className={classes.swatch} style={{ background: colours[bucket] }} aria-hidden="true" />
            {ageingBucketNames[bucket]}
          </dt>
          <dd>
            <Amount cents={buckets[bucket]} dashForZero />
          </dd>
        </div>
      ))}
    </dl>
  </div>
);
