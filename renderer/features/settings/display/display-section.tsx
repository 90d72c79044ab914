import { SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import { useBoot } from '../../../application/ledger-context.tsx';
import { showRefusal } from '../../../application/use-run.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import { useAsked } from '../use-asked.ts';
import classes from './display.module.css';
import { KeyboardCard } from './keyboard-card.tsx';

type Theme = 'light' | 'dark' | 'system';

const themes = [
  { value: 'light', label: 'Clair' },
  { value: 'dark', label: 'Sombre' },
  { value: 'system', label: 'Comme le PC' },
] as const satisfies readonly { readonly value: Theme; readonly label: string }[];

const askBoot = () => bridge.boot();
const askAutoStart = () => bridge.getAutoStart();

const ThemeCard = () => {
  const boot = useBoot();
  const { asked } = useAsked(askBoot);
  const [chosen, setChosen] = useState<Theme>();
  const stored = asked.kind === 'ready' ? asked.value.theme : boot.theme;
  const choose = async (theme: Theme): Promise<void> => {
    setChosen(theme);
    const answer = await bridge.setTheme(theme);
    if (!answer.ok) showRefusal(answer.error.message);
  };
  return (
    <Card title="Apparence">
      <SegmentedControl
        aria-label="Thème"
        data={[...themes]}
        value={chosen ?? stored}
        onChange={(value) => void choose(value)}
      />
    </Card>
  );
};

const StartCard = () => {
  const { asked, set } = useAsked(askAutoStart);
  const state = asked.kind === 'ready' ? asked.value : { enabled: false, supported: false };
  const choose = async (enabled: boolean): Promise<void> => {
    const answer = await bridge.setAutoStart(enabled);
    if (answer.ok) set({ ...state, enabled });
    else showRefusal(answer.error.message);
  };
  return (
    <Card title="Démarrage">
      <Switch
        label="Ouvrir Acquit à l’ouverture de session"
        description={
          asked.kind === 'ready' && !state.supported
            ? 'Ce PC ne le permet pas à Acquit.'
            : 'Il se place près de l’horloge et prépare les relances du jour. Fermé, il ne peut rien envoyer.'
        }
        checked={state.enabled}
        disabled={!state.supported}
        onChange={(event) => void choose(event.currentTarget.checked)}
      />
    </Card>
  );
};

const components: readonly (readonly [string, string])[] = [
  ['Electron, React, Mantine, TanStack Table, Recharts, pdfmake, Liquid, Zod, wouter', 'MIT'],
  ['Nodemailer', 'MIT No Attribution'],
  ['Dexie', 'Apache 2.0'],
  ['Lucide', 'ISC'],
  ['Inter, Source Serif 4', 'SIL Open Font License 1.1'],
];

const AboutCard = () => {
  const { version } = useBoot();
  return (
    <Card title="À propos">
      <p className={classes.text}>
        Acquit {version}, sous licence MIT. Aucun compte, aucun serveur, aucune mesure d’usage{'\u00A0'}: seul
        votre serveur de messagerie est contacté, si vous l’avez réglé.
      </p>
      <dl className={classes.licences}>
        {components.map(([names, licence]) => (
          <div key={names}>
            <dt>{names}</dt>
            <dd>{licence}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};

/** « Affichage »: choices of this PC, and what the application is. */
export const DisplaySection = () => (
  <div className={classes.stack}>
    <ThemeCard />
    <StartCard />
    <KeyboardCard />
    <AboutCard />
  </div>
);
