import { formatIban } from '../../../../shared/identifiers/iban.ts';
import type { CompanySettings } from '../../../../shared/ledger/settings.ts';
import { Dialog, DialogForm } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import classes from './company.module.css';

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
  readonly onConfirm: (company: CompanySettings) => Promise<void>;
}) => (
  <Dialog title="Changer l’IBAN de votre société" opened={company !== undefined} onClose={onClose}>
    {company && (
      <DialogForm
        submitLabel={company.iban === '' ? 'Retirer l’IBAN' : 'Changer l’IBAN'}
        onCancel={onClose}
        onSubmit={async () => {
          await onConfirm(company);
          onClose();
        }}
      >
        <dl className={classes.ibans}>
          <dt>Jusqu’ici</dt>
          <dd className="figures">{formatIban(storedIban)}</dd>
          <dt>Désormais</dt>
          <dd className="figures">{company.iban === '' ? 'aucun' : formatIban(company.iban)}</dd>
        </dl>
        <Notice tone="caution">
          Vos prochaines relances demanderont de payer sur ce compte. Si quelqu’un vous a demandé ce
          changement par e-mail ou par téléphone, vérifiez-le d’abord auprès de votre banque, à un numéro que
          vous connaissez{'\u00A0'}: la fraude au changement de RIB commence ainsi.
        </Notice>
      </DialogForm>
    )}
  </Dialog>
);
