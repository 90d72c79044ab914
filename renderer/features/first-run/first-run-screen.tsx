import { Page } from '../../ui/page.tsx';

export const FirstRunScreen = () => <Page title="Bienvenue">…</Page>;
