import { Page } from '../../ui/page.tsx';

export const ImportScreen = () => <Page title="Importer des factures">…</Page>;
