import { expect, it } from 'vitest';
import { stillHold } from '../../../../../renderer/features/letters/prepared-letters.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { CheckList } from '../../../../../shared/letters/check-list.ts';
import { letter } from '../../../shared/letters/sample-letter.ts';

const checkList: CheckList = { points: [], conditions: [] };
const model = letter({ reminderId: 'r1' });

it('holds while each letter would be printed word for word', () => {
  const again = letter({ reminderId: 'r1' });
  expect(stillHold([model], new Map([['r1', { kind: 'ready', model: again, advice: [], checkList }]]))).toBe(
    true,
  );
});

it('holds no longer on another day, once refused, taken back, or gone', () => {
  const tomorrow = letter({ reminderId: 'r1', asOf: day('2026-11-23') });
  expect(
    stillHold([model], new Map([['r1', { kind: 'ready', model: tomorrow, advice: [], checkList }]])),
  ).toBe(false);
  expect(stillHold([model], new Map([['r1', { kind: 'incomplete', problems: [], checkList }]]))).toBe(false);
  expect(
    stillHold([model], new Map([['r1', { kind: 'outdated', reason: '', problems: [], checkList }]])),
  ).toBe(false);
  expect(stillHold([model], new Map())).toBe(false);
});
