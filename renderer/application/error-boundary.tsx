import { Button, Group } from '@mantine/core';
import { OctagonAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { bridge } from '../bridge/bridge.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** A bug in a screen: the data is safe, the screen is loaded again. Never a stack for the user. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        icon={OctagonAlert}
        title="Cet écran a rencontré un problème"
        action={
          <Group>
            <Button onClick={() => location.reload()}>Recharger Acquit</Button>
            <Button variant="default" onClick={() => void bridge.revealFolder('logs')}>
              Ouvrir le journal technique
            </Button>
          </Group>
        }
      >
        Vos données sont intactes. Rechargez l’application&#8239;; si le problème revient, le journal
        technique aidera à le comprendre.
      </EmptyState>
    );
  }
}
