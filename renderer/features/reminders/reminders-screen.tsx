import { Page } from '../../ui/page.tsx';

export const RemindersScreen = () => <Page title="Relances">…</Page>;
