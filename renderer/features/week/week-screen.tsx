import { Page } from '../../ui/page.tsx';

export const WeekScreen = () => <Page title="Ma semaine">…</Page>;
