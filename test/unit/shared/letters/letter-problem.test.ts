import { expect, it } from 'vitest';
import { problemOfFailure } from '../../../../shared/letters/letter-problem.ts';

it('sends a letter without rate to the table of law, and a wrong rate to the client', () => {
  const repairOf = (kind: 'missing-parameter' | 'invalid-rate' | 'no-lines') =>
    problemOfFailure({ kind, message: 'Motif.' });
  expect(repairOf('missing-parameter')).toEqual({ message: 'Motif.', repair: 'legal-rates' });
  expect(repairOf('invalid-rate').repair).toBe('client');
  expect(repairOf('no-lines').repair).toBe('none');
});
