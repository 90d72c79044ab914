import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { MailStatus } from '../../../../shared/ipc/mail-contract.ts';
import { mailProblems } from '../../../../shared/mail/mail-problems.ts';
import { presetForAddress } from '../../../../shared/mail/presets.ts';
import { showRefusal } from '../../../application/use-run.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Fields, SectionForm } from '../section-form.tsx';
import { useDraftForm } from '../use-draft-form.tsx';
import { keepsPassword, type MailValues, mailValues, settingsToSave } from './mail-values.ts';
import { ServerFields } from './server-fields.tsx';
import { TestModeCard } from './test-mode-card.tsx';
import { TransportChoice } from './transport-choice.tsx';

type TestState =
  | { readonly kind: 'running' }
  | { readonly kind: 'good'; readonly reply: string }
  | { readonly kind: 'bad'; readonly message: string };

const TestAnswer = ({ test, address }: { readonly test: TestState; readonly address: string }) => {
  if (test.kind === 'running') return <Notice tone="info">Envoi de l’e-mail d’essai…</Notice>;
  return test.kind === 'good' ? (
    <Notice tone="good">
      {`E-mail d’essai remis à votre serveur pour ${address}. Il a répondu\u00A0: «\u00A0${test.reply}\u00A0».`}
    </Notice>
  ) : (
    <Notice tone="alert">{test.message}</Notice>
  );
};

/** The mail settings of the real ledger. */
export const MailForm = ({
  status,
  onSaved,
}: {
  readonly status: MailStatus;
  readonly onSaved: (status: MailStatus) => void;
}) => {
  const [test, setTest] = useState<TestState>();
  const draft = useDraftForm<MailValues>({
    key: 'mail',
    section: 'messagerie',
    stored: mailValues(status),
    problems: (values) => ({
      ...mailProblems(
        values,
        values.password !== '' ||
          keepsPassword(status, values) ||
          // Said above the field, which cannot be filled.
          status.secretsUnavailable !== undefined,
      ),
    }),
  });
  const { form, isDirty } = draft;
  const { values } = form;
  const bySmtp = values.transport === 'smtp';

  const save = async (wanted: MailValues): Promise<boolean> => {
    const answer = await bridge.mailSave({
      settings: settingsToSave(wanted),
      ...(wanted.password === '' ? {} : { password: wanted.password }),
    });
    if (!answer.ok) {
      showRefusal(answer.error.message);
      return false;
    }
    form.setValues(mailValues(answer.value));
    onSaved(answer.value);
    notifications.show({ message: 'Messagerie enregistrée', autoClose: 4000 });
    return true;
  };

  const sendTest = async (): Promise<void> => {
    if (form.validate().hasErrors) return;
    if (isDirty && !(await save(values))) return;
    setTest({ kind: 'running' });
    const answer = await bridge.mailTest();
    setTest(
      answer.ok
        ? { kind: 'good', reply: answer.value.serverReply }
        : { kind: 'bad', message: answer.error.message },
    );
  };

  const address = form.getInputProps('senderAddress');
  return (
    <SectionForm
      draft={draft}
      onSave={async (wanted) => {
        setTest(undefined);
        await save(wanted);
      }}
      extra={
        bySmtp && (
          <Button variant="default" loading={test?.kind === 'running'} onClick={() => void sendTest()}>
            {isDirty ? 'Enregistrer et envoyer un e-mail d’essai' : 'Envoyer un e-mail d’essai'}
          </Button>
        )
      }
    >
      <TransportChoice
        value={values.transport}
        emlFolder={status.emlFolder}
        onChange={(transport) => form.setFieldValue('transport', transport)}
      />
      <Card title="Expéditeur">
        <Fields wide>
          <TextInput
            label="Nom affiché"
            placeholder="Menuiserie Lefèvre"
            description={bySmtp ? undefined : 'Facultatif\u00A0: votre logiciel connaît déjà le vôtre.'}
            {...form.getInputProps('senderName')}
          />
          <TextInput
            label="Adresse e-mail"
            type="email"
            required={bySmtp}
            placeholder="compta@votre-entreprise.fr"
            description={bySmtp ? undefined : 'Facultative\u00A0: votre logiciel connaît déjà la vôtre.'}
            {...address}
            onBlur={(event) => {
              const preset = presetForAddress(values.senderAddress.trim());
              if (bySmtp && values.host === '' && preset)
                form.setValues({
                  host: preset.host,
                  port: preset.port,
                  security: preset.security,
                  user: values.user || values.senderAddress.trim(),
                });
              address.onBlur?.(event);
            }}
          />
        </Fields>
      </Card>
      {bySmtp && <ServerFields form={form} status={status} />}
      {bySmtp && (
        <TestModeCard
          isOn={values.testMode}
          address={values.senderAddress}
          onChange={(testMode) => form.setFieldValue('testMode', testMode)}
        />
      )}
      {test && bySmtp && <TestAnswer test={test} address={values.senderAddress} />}
    </SectionForm>
  );
};
