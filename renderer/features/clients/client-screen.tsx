import { Page } from '../../ui/page.tsx';

export const ClientScreen = ({ clientId }: { readonly clientId: string }) => (
  <Page title="Client">{clientId}</Page>
);
