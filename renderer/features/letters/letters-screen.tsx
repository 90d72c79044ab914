import { Page } from '../../ui/page.tsx';

export const LettersScreen = () => <Page title="Courriers">…</Page>;
