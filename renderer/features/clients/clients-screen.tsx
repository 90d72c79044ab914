import { Page } from '../../ui/page.tsx';

export const ClientsScreen = () => <Page title="Clients">…</Page>;
