import { Page } from '../../ui/page.tsx';

export const AgeingScreen = () => <Page title="Balance âgée">…</Page>;
