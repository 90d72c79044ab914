import { Switch } from '@mantine/core';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** The guard before the first real message: everything goes to the user alone. */
export const TestModeCard = ({
  isOn,
  address,
  onChange,
}: {
  readonly isOn: boolean;
  readonly address: string;
  readonly onChange: (isOn: boolean) => void;
}) => (
  <Card title="Mode test">
    <Switch
      label="N’envoyer qu’à moi-même"
      description="Chaque relance part à votre propre adresse, avec en objet le nom du client auquel elle était destinée. Rien n’arrive chez vos clients tant que ce mode est actif."
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <div style={{ marginTop: 12 }}>
      {isOn ? (
        <Notice tone="info">
          {address.trim() === ''
            ? 'Indiquez votre adresse d’expéditeur\u00A0: les essais y arriveront.'
            : `Tout part à ${address.trim()}. Coupez le mode test quand vous êtes prêt à relancer vos clients.`}
        </Notice>
      ) : (
        <Notice tone="caution">Les relances que vous approuvez partiront à vos clients.</Notice>
      )}
    </div>
  </Card>
);
