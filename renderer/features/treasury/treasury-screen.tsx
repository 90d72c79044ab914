import { Page } from '../../ui/page.tsx';

export const TreasuryScreen = () => <Page title="Trésorerie">…</Page>;
