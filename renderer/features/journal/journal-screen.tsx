import { Page } from '../../ui/page.tsx';

export const JournalScreen = () => <Page title="Journal">…</Page>;
