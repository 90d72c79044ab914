import { Page } from '../../ui/page.tsx';

export const ReceiptsScreen = () => <Page title="Encaissements">…</Page>;
