import { Kbd, Modal } from '@mantine/core';
import classes from './cheat-sheet.module.css';

const groups: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Partout',
    keys: [
      ['Ctrl + K', 'Chercher un client, une facture, un écran'],
      ['Ctrl + 1 … 9', 'Aller à un écran'],
      ['Ctrl + N', 'Saisir une facture'],
      ['Ctrl + Z', 'Annuler la dernière action'],
      ['Ctrl + Y', 'Rétablir'],
      ['F1 ou ?', 'Cette aide'],
      ['Échap', 'Fermer'],
    ],
  },
  {
    title: 'Dans une liste',
    keys: [
      ['↑ ↓ ou J K', 'Ligne suivante, précédente'],
      ['→ ←', 'Déplier, replier'],
      ['Entrée', 'Ouvrir'],
      ['Espace', 'Sélectionner'],
      ['/', 'Filtrer'],
      ['Ctrl + C', 'Copier pour Excel'],
      ['P', 'Marquer payée'],
    ],
  },
  {
    title: 'Dans les relances',
    keys: [
      ['A', 'Approuver'],
      ['Maj + A', 'Approuver tout le visible'],
      ['S', 'Sauter cette fois'],
      ['R', 'Reporter'],
      ['E', 'Modifier le message'],
      ['L', 'Litige'],
      ['Ctrl + Entrée', 'Envoyer'],
    ],
  },
  {
    title: 'Dans les courriers postés',
    keys: [
      ['P', 'Noter la présentation'],
      ['S', 'Noter la suite'],
      ['A', 'Joindre une preuve'],
      ['C', 'Classer'],
      ['R', 'Renvoyer'],
      ['D', 'Corriger l’envoi'],
    ],
  },
  {
    title: 'Dans le rapprochement',
    keys: [
      ['Entrée', 'Accepter et passer au suivant'],
      ['Espace', 'Cocher, décocher'],
      ['1 à 4', 'Autre possibilité'],
      ['/', 'Chercher un client ou une facture'],
      ['X', 'Mettre de côté'],
      ['Ctrl + Entrée', 'Enregistrer les mouvements cochés'],
    ],
  },
  {
    title: 'Dans les appels et SMS',
    keys: [
      ['D', 'Promet de payer'],
      ['R', 'Rappeler le…'],
      ['L', 'Conteste'],
      ['I', 'Injoignable'],
      ['M', 'Message laissé'],
      ['O', 'Oubli, va payer'],
      ['A', 'Pièce manquante'],
      ['F', 'En difficulté'],
      ['E', 'SMS envoyé'],
      ['C', 'Copier le numéro ou le SMS'],
    ],
  },
];

/** The keys of the application, on one sheet. */
export const CheatSheet = ({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Modal opened={opened} onClose={onClose} title="Raccourcis clavier" size="lg">
    <div className={classes.groups}>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h3 className={classes.title}>{title}</h3>
          <dl className={classes.keys}>
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Modal>
);
