import { proposeMatches } from '../../../shared/matching/propose-matches.ts';
import type { MatchingAnswer, MatchingRequest } from './matching-protocol.ts';

// Thousands of movements against thousands of invoices take seconds: never on the window's own thread.
const answer = (value: MatchingAnswer): void => self.postMessage(value);

self.addEventListener('message', ({ data: { id, input } }: MessageEvent<MatchingRequest>) => {
  const proposals = proposeMatches(input, ({ done, total }) =>
    answer({ id, kind: 'progress', done, all: total }),
  );
  answer({ id, kind: 'proposals', proposals });
});
