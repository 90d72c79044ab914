const rows: readonly (readonly [string, string, number, number, string, string])[] = [
  ['F-2026-101', 'Boulangerie Martel', -75, 30, '1240,00', '1240,00'],
  ['F-2026-102', 'Garage du Pont', -68, 30, '862,40', '862,40'],
  ['F-2026-103', 'Cabinet Lenoir', -61, 30, '2400,00', '400,00'],
  ['F-2026-104', 'Hôtel des Tilleuls', -55, 45, '3180,50', '3180,50'],
  ['F-2026-105', 'Boulangerie Martel', -47, 30, '640,00', '640,00'],
  ['F-2026-106', 'Atelier Verneuil', -40, 30, '5120,00', '5120,00'],
  ['F-2026-107', 'Garage du Pont', -33, 30, '298,80', '298,80'],
  ['F-2026-108', 'Mairie de Saint-Aubin', -26, 30, '1875,00', '1875,00'],
  ['F-2026-109', 'Cabinet Lenoir', -18, 30, '960,00', '960,00'],
  ['F-2026-110', 'Hôtel des Tilleuls', -6, 45, '2210,00', '2210,00'],
];

const french = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleDateString('fr-FR', { timeZone: 'UTC' });

const dayMs = 86_400_000;
const base = Date.UTC(2026, 10, 23);

/** A small file as a French billing program exports it, for trying the import. */
export const sampleCsv = `﻿N° facture;Client;Date;Échéance;Montant TTC;Reste à payer;E-mail\r\n${rows
  .map(([number, client, offset, term, total, remaining]) =>
    [
      number,
      client,
      french(base + offset * dayMs),
      french(base + (offset + term) * dayMs),
      total,
      remaining,
      `compta@${client
        .normalize('NFD')
        .replaceAll(/[^A-Za-z]/g, '')
        .toLowerCase()}.example`,
    ].join(';'),
  )
  .join('\r\n')}\r\n`;
