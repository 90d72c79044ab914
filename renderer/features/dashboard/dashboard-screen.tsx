import { Page } from '../../ui/page.tsx';

export const DashboardScreen = () => <Page title="Tableau de bord">…</Page>;
