import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { ClaimStatement } from '../../../shared/claims/statement-contract.ts';
import { places } from '../../application/places.ts';
import { Notice } from '../../ui/notice.tsx';

const named = 8;

/** Invoices that could not be computed: each reason once, with the invoices it keeps out and the way to mend it. */
export const StatementProblems = ({ problems }: { readonly problems: ClaimStatement['problems'] }) => {
  const numbers = new Map<string, string[]>();
  for (const { invoice, message } of problems)
    numbers.set(message, [...(numbers.get(message) ?? []), invoice.number]);
  return [...numbers].map(([message, kept]) => (
    <Notice
      key={message}
      tone="caution"
      action={
        message.includes('Taux et droit') ? (
          <Button component={Link} href={places.settingsSection('taux')} size="compact-sm" variant="default">
            Réglages › Taux et droit
          </Button>
        ) : undefined
      }
    >
      {message}
      {!kept.every((number) => message.includes(number)) && (
        <>
          {' '}
          Non {kept.length > 1 ? 'comprises' : 'comprise'}
          {'\u00A0'}: {kept.slice(0, named).join(', ')}
          {kept.length > named ? ` et ${kept.length - named} autres` : ''}.
        </>
      )}
    </Notice>
  ));
};
