import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';

/** The court of a case and its number, as they are being typed. */
export interface Court {
  readonly courtName: string;
  readonly courtReference: string;
}

/** State of the two fields, from what the case has. */
export const useCourt = ({ courtName = '', courtReference = '' }: LegalCase) =>
  useState<Court>({ courtName, courtReference });

/** Who was gone to, and the number that the case has there. */
export const CourtFields = ({
  label,
  court,
  onChange,
  takesFocus,
}: {
  readonly label: string;
  readonly court: Court;
  readonly onChange: (court: Court) => void;
  readonly takesFocus?: true;
}) => (
  <>
    <TextInput
      label={label}
      value={court.courtName}
      onChange={(event) => onChange({ ...court, courtName: event.currentTarget.value })}
      maxLength={200}
      {...(takesFocus ? { 'data-autofocus': true } : {})}
    />
    <TextInput
      label="Numéro de dossier (facultatif)"
      value={court.courtReference}
      onChange={(event) => onChange({ ...court, courtReference: event.currentTarget.value })}
      maxLength={100}
    />
  </>
);
