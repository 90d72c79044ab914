import { Kbd } from '@mantine/core';
import { Card } from '../../../ui/card.tsx';
import classes from './display.module.css';

const shortcuts: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [readonly string[], string])[];
}[] = [
  {
    title: 'Partout',
    keys: [
      [['Ctrl', '1…9'], 'Aller à un écran, dans l’ordre du menu'],
      [['Ctrl', 'Z'], 'Annuler la dernière action'],
      [['Ctrl', 'Y'], 'Rétablir'],
      [['Échap'], 'Fermer'],
    ],
  },
  {
    title: 'Dans une liste',
    keys: [
      [['J'], 'Ligne suivante (ou flèche bas)'],
      [['K'], 'Ligne précédente (ou flèche haut)'],
      [['Entrée'], 'Ouvrir'],
      [['P'], 'Marquer payée'],
    ],
  },
  {
    title: 'Dans les relances',
    keys: [
      [['A'], 'Approuver'],
      [['S'], 'Sauter cette fois'],
      [['R'], 'Reporter'],
      [['E'], 'Modifier'],
    ],
  },
];

/** The keys worth learning. */
export const KeyboardCard = () => (
  <Card title="Raccourcis clavier">
    <div className={classes.shortcuts}>
      {shortcuts.map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([combination, what]) => (
              <div key={what}>
                <dt>
                  {combination.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Card>
);
