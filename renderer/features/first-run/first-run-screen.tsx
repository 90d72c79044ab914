import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { ArchiveRestore, FileUp, PencilLine, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { saveSettings } from '../../db/commands/settings.ts';
import { ArchiveDialog } from '../archive/archive-dialog.tsx';
import classes from './first-run-screen.module.css';
import { useDemoFilling } from './use-demo-filling.ts';

const Choice = ({
  icon: Icon,
  title,
  text,
  onChoose,
  primary = false,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly onChoose: () => void;
  readonly primary?: boolean;
}) => (
  <li className={classes.choice}>
    <Icon size={28} strokeWidth={1.5} aria-hidden="true" className={classes.icon} />
    <h2 className={classes.title}>{title}</h2>
    <p className={classes.text}>{text}</p>
    <Button variant={primary ? 'filled' : 'default'} onClick={onChoose} fullWidth>
      {title}
    </Button>
  </li>
);

/** First run: three ways to begin, nothing to fill in. In the demonstration's ledger it fills it. */
export const FirstRunScreen = () => {
  const run = useRun();
  const today = useToday();
  const [, go] = useLocation();
  const filling = useDemoFilling();
  const [takingBack, setTakingBack] = useState(false);
  if (filling)
    return (
      <main className={classes.page}>
        <p role="status">La société de démonstration s’installe…</p>
      </main>
    );
  const begin = async (place: string): Promise<void> => {
    const done = await run(
      saveSettings,
      { id: 'onboarding', startedOn: today, firstRunDone: true },
      { quiet: true },
    );
    if (done) go(place);
  };
  return (
    <main className={classes.page} aria-labelledby="welcome">
      <div className={classes.inner}>
        <p className={classes.product}>Acquit</p>
        <h1 id="welcome" className={classes.welcome}>
          Vos factures, payées.
        </h1>
        <p className={classes.lead}>
          Acquit suit vos factures impayées, prépare chaque semaine les relances et imprime les courriers
          recommandés. Vos données restent sur cet ordinateur&nbsp;: pas de compte, pas de serveur.
        </p>
        <ul className={classes.choices}>
          <Choice
            icon={FileUp}
            title="Importer mes factures"
            text="Un fichier CSV de votre logiciel de facturation, ou un tableau collé depuis Excel. Une minute suffit."
            onChoose={() => void begin(places.import)}
            primary
          />
          <Choice
            icon={PencilLine}
            title="Saisir à la main"
            text="Ajoutez vos factures en retard une à une. Vous pourrez importer un fichier plus tard."
            onChoose={() => void begin(`${places.ageing}?saisie=1`)}
          />
          <Choice
            icon={Sparkles}
            title="Voir une démonstration"
            text="Une entreprise inventée, avec ses clients, ses retards et ses relances. Rien à installer ensuite."
            onChoose={() => void bridge.openLedger('demo')}
          />
        </ul>
        <p className={classes.back}>
          Vous utilisiez Acquit sur un autre ordinateur{'\u00A0'}?
          <Button
            variant="subtle"
            leftSection={<ArchiveRestore size={16} aria-hidden="true" />}
            onClick={() => setTakingBack(true)}
          >
            Reprendre une archive…
          </Button>
        </p>
      </div>
      <ArchiveDialog opened={takingBack} onClose={() => setTakingBack(false)} isFirstRun />
    </main>
  );
};
