import { Menu, UnstyledButton } from '@mantine/core';
import { Check, ChevronDown } from 'lucide-react';
import type { DispatchOutcome } from '../../../shared/ledger/dispatch.ts';
import type { LetterDocument, ProofRole } from '../../../shared/ledger/letter-document.ts';
import { proofName, proofRoles } from '../../../shared/letters/proof-role.ts';
import classes from './proof-list.module.css';

/** What a document proves, and the choice of something else. */
export const ProofRoleMenu = ({
  document,
  outcome,
  onRole,
}: {
  readonly document: LetterDocument;
  readonly outcome: DispatchOutcome | undefined;
  readonly onRole: (role: ProofRole) => void;
}) => {
  const name = proofName(document.role, outcome);
  return (
    <Menu position="bottom-start" withinPortal shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes.role ?? ''}
          title={name}
          aria-label={`${name}\u00A0: changer ce que prouve ${document.name}`}
        >
          <span className={classes.roleName}>{name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Ce document est</Menu.Label>
        {proofRoles.map((role) => (
          <Menu.Item
            key={role}
            leftSection={
              <Check
                size={14}
                aria-hidden="true"
                visibility={role === document.role ? undefined : 'hidden'}
              />
            }
            aria-current={role === document.role || undefined}
            onClick={() => role !== document.role && onRole(role)}
          >
            {proofName(role, outcome)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
