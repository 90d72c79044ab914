import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { compact } from '../../../../shared/identifiers/compact.ts';
import { formatIban } from '../../../../shared/identifiers/iban.ts';
import { lastFourOf } from '../../../../shared/identifiers/masked-iban.ts';
import type { CompanySettings } from '../../../../shared/ledger/settings.ts';
import { Dialog, DialogForm } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import classes from './company.module.css';

const IbanChange = ({
  storedIban,
  company,
  onClose,
  onConfirm,
}: {
  readonly storedIban: string;
  readonly company: CompanySettings;
  readonly onClose: () => void;
  readonly onConfirm: (company: CompanySettings, lastFour: string) => Promise<void>;
}) => {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isRemoved = company.iban === '';
  const isRight = compact(typed) === lastFourOf(isRemoved ? storedIban : company.iban);
  return (
    <DialogForm
      submitLabel={isRemoved ? 'Retirer l’IBAN' : 'Changer l’IBAN'}
      onCancel={onClose}
      onSubmit={async () => {
        setTried(true);
        if (!isRight) return;
        await onConfirm(company, typed);
        onClose();
      }}
    >
      <dl className={classes.ibans}>
        <dt>Jusqu’ici</dt>
        <dd className="figures">{formatIban(storedIban)}</dd>
        <dt>Désormais</dt>
        <dd className="figures">{isRemoved ? 'aucun' : formatIban(company.iban)}</dd>
      </dl>
      <Notice tone="caution">
        Vos prochaines relances demanderont de payer sur ce compte. Si quelqu’un vous a demandé ce changement
        par e-mail ou par téléphone, vérifiez-le d’abord auprès de votre banque, à un numéro que vous
        connaissez{'\u00A0'}: la fraude au changement de RIB commence ainsi.
      </Notice>
      <TextInput
        label={`Tapez les quatre derniers caractères de l’IBAN ${isRemoved ? 'retiré' : 'désormais utilisé'}`}
        description="Lus sur votre RIB. Le changement est inscrit au journal."
        className="figures"
        maxLength={6}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={typed}
        error={tried && !isRight ? 'Ce ne sont pas les quatre derniers caractères.' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/** Asks before clients are told to pay elsewhere: the most common fraud against small businesses. */
export const IbanChangeDialog = ({
  storedIban,
  company,
  onClose,
  onConfirm,
}: {
  readonly storedIban: string;
  /** What is to be saved; undefined = nothing is asked. */
  readonly company: CompanySettings | undefined;
  readonly onClose: () => void;
  /** Takes the company and the four characters as typed. */
  readonly onConfirm: (company: CompanySettings, lastFour: string) => Promise<void>;
}) => (
  <Dialog title="Changer l’IBAN de votre société" opened={company !== undefined} onClose={onClose}>
    {company && (
      <IbanChange storedIban={storedIban} company={company} onClose={onClose} onConfirm={onConfirm} />
    )}
  </Dialog>
);
