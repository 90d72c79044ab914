import type { SettingsSection } from '../../application/places.ts';
import { Page } from '../../ui/page.tsx';

export const SettingsScreen = ({ section }: { readonly section: SettingsSection }) => (
  <Page title="Réglages">{section}</Page>
);
