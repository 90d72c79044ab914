import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { ArrowRight, FileText, Keyboard, Plus, Search, Upload, User } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { currentBalances } from '../../shared/ledger/balance.ts';
import { formatAmount } from '../../shared/money/format-amount.ts';
import { foldSearch } from '../ui/data-grid/fold-search.ts';
import { useLedger } from './ledger-context.tsx';
import { places } from './places.ts';

const shownResults = 12;

interface Entry extends SpotlightActionData {
  readonly folded: string;
}

const screens: readonly (readonly [string, string])[] = [
  ['Ma semaine', places.week],
  ['Tableau de bord', places.dashboard],
  ['Balance âgée', places.ageing],
  ['Clients', places.clients],
  ['Relances', places.reminders],
  ['Courriers', places.letters],
  ['Encaissements', places.receipts],
  ['Rapprochement bancaire', places.matching],
  ['Comptes et relevés bancaires', places.bankAccounts],
  ['Importer un relevé bancaire', places.bankImport],
  ['Trésorerie', places.treasury],
  ['Journal', places.journal],
  ['Réglages', places.settings],
  ['Réglages\u00A0: messagerie', places.settingsSection('messagerie')],
  ['Réglages\u00A0: scénario', places.settingsSection('scenario')],
  ['Réglages\u00A0: modèles', places.settingsSection('modeles')],
  ['Réglages\u00A0: rapprochement', places.settingsSection('rapprochement')],
  ['Réglages\u00A0: taux et droit', places.settingsSection('taux')],
  ['Réglages\u00A0: sauvegardes et données', places.settingsSection('donnees')],
];

/** « Ctrl+K »: any client, invoice, screen or action in a few letters. */
export const Palette = ({ onCheatSheet }: { readonly onCheatSheet: () => void }) => {
  const ledger = useLedger();
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);

  const entries = useMemo((): readonly Entry[] => {
    // Thousands of invoices are only listed for who looks: not after every change.
    if (!isOpen) return [];
    const { remainingByInvoice } = currentBalances(ledger);
    const entry = (action: SpotlightActionData, words: string): Entry => ({
      ...action,
      folded: foldSearch(words),
    });
    return [
      ...screens.map(([label, place]) =>
        entry(
          {
            id: place,
            label,
            leftSection: <ArrowRight size={18} aria-hidden="true" />,
            onClick: () => go(place),
          },
          label,
        ),
      ),
      entry(
        {
          id: 'new-invoice',
          label: 'Saisir une facture',
          leftSection: <Plus size={18} aria-hidden="true" />,
          onClick: () => go(`${places.ageing}?saisie=1`),
        },
        'saisir nouvelle facture ajouter',
      ),
      entry(
        {
          id: 'import',
          label: 'Importer',
          leftSection: <Upload size={18} aria-hidden="true" />,
          onClick: () => go(places.import),
        },
        'importer des factures fichier csv excel fec factur-x contacts releve',
      ),
      entry(
        {
          id: 'keys',
          label: 'Raccourcis clavier',
          leftSection: <Keyboard size={18} aria-hidden="true" />,
          onClick: onCheatSheet,
        },
        'raccourcis clavier aide touches',
      ),
      ...[...ledger.clients.values()].map((client) =>
        entry(
          {
            id: `client-${client.id}`,
            label: client.name,
            description: 'Client',
            leftSection: <User size={18} aria-hidden="true" />,
            onClick: () => go(places.client(client.id)),
          },
          `${client.name} ${client.code ?? ''}`,
        ),
      ),
      ...[...ledger.invoices.values()].map((invoice) => {
        const remaining = remainingByInvoice.get(invoice.id);
        const state =
          remaining !== undefined && remaining > 0 ? `reste ${formatAmount(remaining)}` : 'soldée';
        return entry(
          {
            id: `invoice-${invoice.id}`,
            label: `${invoice.kind === 'invoice' ? 'Facture' : 'Avoir'} ${invoice.number}`,
            description: `${ledger.clients.get(invoice.clientId)?.name ?? ''} · ${state}`,
            leftSection: <FileText size={18} aria-hidden="true" />,
            onClick: () => go(places.client(invoice.clientId)),
          },
          `facture ${invoice.number}`,
        );
      }),
    ];
  }, [ledger, go, onCheatSheet, isOpen]);

  const actions = useMemo(() => {
    const words = foldSearch(query).split(' ').filter(Boolean);
    const found: SpotlightActionData[] = [];
    for (const { folded, ...action } of entries) {
      if (!words.every((word) => folded.includes(word))) continue;
      found.push(action);
      if (found.length === shownResults) break;
    }
    return found;
  }, [entries, query]);

  return (
    <Spotlight
      actions={actions}
      filter={(_query, all) => all}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setIsOpen(true)}
      onSpotlightClose={() => setIsOpen(false)}
      nothingFound="Aucun client, aucune facture, aucun écran de ce nom."
      shortcut={['mod + K', 'mod + F']}
      searchProps={{
        leftSection: <Search size={18} aria-hidden="true" />,
        placeholder: 'Un client, une facture, un écran…',
        'aria-label': 'Rechercher partout',
      }}
    />
  );
};
