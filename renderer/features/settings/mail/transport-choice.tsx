import { Button, Radio } from '@mantine/core';
import type { MailSettings } from '../../../../shared/ipc/mail-contract.ts';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './mail.module.css';

/** How approved e-mails leave. */
export const TransportChoice = ({
  value,
  emlFolder,
  onChange,
}: {
  readonly value: MailSettings['transport'];
  readonly emlFolder: string;
  readonly onChange: (transport: MailSettings['transport']) => void;
}) => (
  <Card title="Envoi des e-mails">
    <Radio.Group
      aria-label="Envoi des e-mails"
      value={value}
      onChange={(wanted) => onChange(wanted === 'smtp' ? 'smtp' : 'eml-folder')}
    >
      <div className={classes.choices}>
        <Radio
          value="eml-folder"
          label="Avec mon logiciel de messagerie (.eml)"
          description="Sans réglage. Chaque relance approuvée devient un fichier que vous ouvrez dans Outlook, Thunderbird ou Mail, et que vous envoyez de là."
        />
        {value === 'eml-folder' && (
          <div className={classes.folderRow}>
            <span className={classes.folder} title={emlFolder}>
              {emlFolder}
            </span>
            <Button size="compact-sm" variant="default" onClick={() => void bridge.revealFolder('eml')}>
              Ouvrir le dossier
            </Button>
          </div>
        )}
        <Radio
          value="smtp"
          label="Avec mon serveur d’envoi (SMTP)"
          description="Acquit envoie les relances que vous approuvez par votre propre messagerie, et garde la réponse du serveur comme preuve."
        />
      </div>
    </Radio.Group>
  </Card>
);
