import { NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import type { MailStatus } from '../../../../shared/ipc/mail-contract.ts';
import { mailPresets } from '../../../../shared/mail/presets.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Fields } from '../section-form.tsx';
import type { DraftForm } from '../use-draft-form.tsx';
import { keepsPassword, type MailValues } from './mail-values.ts';

const otherProvider = 'other';

const securities = [
  { value: 'implicit', label: 'TLS dès la connexion (port 465)' },
  { value: 'starttls', label: 'STARTTLS (port 587)' },
];

/** Server, user and password of the user's own mail; presets fill what providers publish. */
export const ServerFields = ({
  form,
  status,
}: {
  readonly form: DraftForm<MailValues>['form'];
  readonly status: MailStatus;
}) => {
  const { values } = form;
  const preset = mailPresets.find(({ host }) => host === values.host.trim().toLowerCase());
  const isStored = keepsPassword(status, values);
  return (
    <Card title="Serveur d’envoi">
      {status.secretsUnavailable !== undefined && (
        <div style={{ marginBottom: 16 }}>
          <Notice tone="caution">{status.secretsUnavailable}</Notice>
        </div>
      )}
      <Fields wide>
        <Select
          label="Fournisseur"
          allowDeselect={false}
          data={[
            ...mailPresets.map(({ id, name }) => ({ value: id, label: name })),
            { value: otherProvider, label: 'Autre' },
          ]}
          value={preset?.id ?? otherProvider}
          onChange={(id) => {
            const chosen = mailPresets.find((known) => known.id === id);
            form.setValues(
              chosen
                ? {
                    host: chosen.host,
                    port: chosen.port,
                    security: chosen.security,
                    user: values.user || values.senderAddress.trim(),
                  }
                : { host: '' },
            );
          }}
        />
        <TextInput
          label="Serveur"
          required
          spellCheck={false}
          placeholder="smtp.votre-fournisseur.fr"
          {...form.getInputProps('host')}
        />
        <Select
          label="Sécurité"
          allowDeselect={false}
          data={securities}
          {...form.getInputProps('security')}
        />
        <NumberInput
          label="Port"
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={values.port}
          error={form.errors.port}
          onChange={(port) => form.setFieldValue('port', Number(port))}
        />
        <TextInput
          label="Identifiant"
          spellCheck={false}
          autoComplete="off"
          description="Souvent votre adresse e-mail."
          {...form.getInputProps('user')}
        />
        <PasswordInput
          label="Mot de passe"
          autoComplete="off"
          disabled={status.secretsUnavailable !== undefined}
          description={
            isStored
              ? 'Enregistré dans le trousseau de ce PC. Laissez vide pour le garder.'
              : 'Gardé chiffré dans le trousseau de ce PC, jamais affiché.'
          }
          placeholder={isStored ? 'Enregistré' : ''}
          visibilityToggleButtonProps={{ 'aria-label': 'Afficher ce qui est saisi' }}
          {...form.getInputProps('password')}
        />
      </Fields>
      {preset?.note !== undefined && (
        <div style={{ marginTop: 16 }}>
          <Notice tone={preset.refusesPasswords ? 'caution' : 'info'}>{preset.note}</Notice>
        </div>
      )}
    </Card>
  );
};
