import { Select } from '@mantine/core';
import { legalParametersOf } from '../../../shared/claims/legal-parameters.ts';
import { regimeRules } from '../../../shared/law/regime.ts';
import { regimeHelp } from '../../../shared/law/regime-help.ts';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { LawList } from '../../ui/law-list.tsx';
import { Notice } from '../../ui/notice.tsx';

const regimes: readonly DebtorRegime[] = ['b2b', 'public', 'b2c', 'non-professional'];

/** « Nature du client »: what it changes, the law behind a click, and what the law leaves open. */
export const RegimeField = ({
  value,
  onChange,
  startsFocused = false,
}: {
  readonly value: DebtorRegime;
  readonly onChange: (value: DebtorRegime) => void;
  readonly startsFocused?: boolean;
}) => {
  const { summary, law, unsettled } = regimeHelp(value, useToday(), legalParametersOf(useLedger()));
  return (
    <div>
      <Select
        label="Nature du client"
        description={summary}
        data={regimes.map((regime) => ({ value: regime, label: regimeRules[regime].name }))}
        value={value}
        allowDeselect={false}
        onChange={(picked) => onChange(regimes.find((regime) => regime === picked) ?? value)}
        mb={8}
        {...(startsFocused && { 'data-autofocus': true })}
      />
      <LawList law={law} />
      {unsettled !== undefined && (
        <div style={{ marginTop: 12 }}>
          <Notice tone="caution">{unsettled}</Notice>
        </div>
      )}
    </div>
  );
};
