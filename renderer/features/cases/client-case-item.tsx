import { Menu } from '@mantine/core';
import { Gavel } from 'lucide-react';
import { useLocation } from 'wouter';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { lateByClient } from './new-case-dialog.tsx';

/** Entry of the client's menu: leads to his open case, else opens one; at rest while nothing of his is late. */
export const ClientCaseItem = ({
  clientId,
  onOpen,
}: {
  readonly clientId: string;
  readonly onOpen: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const [, go] = useLocation();
  const known = [...ledger.legalCases.values()].find((one) => one.clientId === clientId && !one.closed);
  const icon = <Gavel size={16} aria-hidden="true" />;
  return known ? (
    <Menu.Item leftSection={icon} onClick={() => go(places.case(known.id))}>
      Voir le dossier contentieux
    </Menu.Item>
  ) : (
    <Menu.Item leftSection={icon} disabled={!lateByClient(ledger, today).has(clientId)} onClick={onOpen}>
      Ouvrir un dossier contentieux…
    </Menu.Item>
  );
};
