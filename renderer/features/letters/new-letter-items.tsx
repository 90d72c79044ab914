import { Menu } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ClientLetterKind } from '../../../shared/ledger/client-letter.ts';
import { clientLetterPurposes } from '../../../shared/letters/kinds/letter-kind-names.ts';
import { clientLetterNames } from '../../../shared/letters/paper-letter.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import classes from './new-letter.module.css';
import { whyNot } from './new-letter-choices.ts';

/** In the order in which they are used. */
export const letterKinds: readonly ClientLetterKind[] = [
  'account-statement',
  'payment-plan',
  'discount-offer',
  'thanks',
  'mandate',
  'free',
];

/** « Nouveau courrier »: the kinds, each with what it is for, or why it cannot be written now. */
export const NewLetterItems = ({ clientId }: { readonly clientId: string }) => {
  const ledger = useLedger();
  const today = useToday();
  const [, go] = useLocation();
  return (
    <>
      <Menu.Label>Nouveau courrier</Menu.Label>
      {letterKinds.map((kind) => {
        const reason = whyNot(ledger, clientId, kind, today);
        return (
          <Menu.Item
            key={kind}
            disabled={reason !== undefined}
            leftSection={<FileText size={16} aria-hidden="true" />}
            onClick={() => go(places.newLetter(clientId, { kind }))}
          >
            {clientLetterNames[kind]}
            <span className={classes.purpose}>{reason ?? clientLetterPurposes[kind]}</span>
          </Menu.Item>
        );
      })}
    </>
  );
};
