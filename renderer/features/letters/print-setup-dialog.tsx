import { Button, Checkbox, Group, NumberInput, Select } from '@mantine/core';
import { Ruler } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Printer, PrintSetup } from '../../../shared/ipc/print-contract.ts';
import { offsetOf, ownEnvelopeOf, withOffset } from '../../../shared/letters/print-setup.ts';
import {
  alwaysVisibleArea,
  envelopeOf,
  envelopeProblem,
  type WindowEnvelope,
} from '../../../shared/letters/window-geometry.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './print-setup-dialog.module.css';
import { printAs } from './use-print-setup.ts';

const bySystem = '\u0000';

const envelopeNames = [
  { value: 'DL', label: 'DL, 110 × 220 mm (feuille pliée en trois)' },
  { value: 'C5', label: 'C5, 162 × 229 mm (feuille pliée en deux)' },
  { value: 'own', label: 'Mes mesures…' },
];

const measures: readonly (readonly [key: keyof WindowEnvelope, label: string])[] = [
  ['widthMm', 'Largeur de l’enveloppe'],
  ['heightMm', 'Hauteur de l’enveloppe'],
  ['windowWidthMm', 'Largeur de la fenêtre'],
  ['windowHeightMm', 'Hauteur de la fenêtre'],
  ['windowRightMm', 'Fenêtre au bord droit'],
  ['windowBottomMm', 'Fenêtre au bord bas'],
  ['panelWidthMm', 'Largeur de la feuille pliée'],
  ['panelHeightMm', 'Hauteur de la feuille pliée'],
];

const Millimetres = ({
  label,
  value,
  min,
  max,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) => (
  <NumberInput
    label={label}
    suffix=" mm"
    decimalSeparator=","
    allowedDecimalSeparators={[',', '.']}
    decimalScale={1}
    step={0.5}
    min={min}
    max={max}
    value={value}
    onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
  />
);

const millimetres = (value: number): string => `${value}`.replace('.', ',');

const visibleText = (envelope: WindowEnvelope): string => {
  const { leftMm, rightMm, topMm, bottomMm } = alwaysVisibleArea(envelope);
  return `Toujours visible : ${millimetres(rightMm - leftMm)} × ${millimetres(bottomMm - topMm)} mm, de ${millimetres(leftMm)} à ${millimetres(rightMm)} mm du bord gauche et de ${millimetres(topMm)} à ${millimetres(bottomMm)} mm du haut de la feuille.`;
};

const OwnEnvelope = ({
  envelope,
  onChange,
}: {
  readonly envelope: WindowEnvelope;
  readonly onChange: (envelope: WindowEnvelope) => void;
}) => (
  <fieldset className={classes.own}>
    <legend>Mesures de l’enveloppe</legend>
    <div className={classes.measures}>
      {measures.map(([key, label]) => (
        <Millimetres
          key={key}
          label={label}
          min={0}
          max={400}
          value={envelope[key]}
          onChange={(value) => onChange({ ...envelope, [key]: value })}
        />
      ))}
    </div>
  </fieldset>
);

const SetupForm = ({
  setup,
  onSave,
  onClose,
}: {
  readonly setup: PrintSetup;
  readonly onSave: (setup: PrintSetup) => Promise<boolean>;
  readonly onClose: () => void;
}) => {
  const [draft, setDraft] = useState(setup);
  const [printers, setPrinters] = useState<readonly Printer[]>();
  useEffect(() => {
    void bridge.printers().then((known) => setPrinters(known.ok ? known.value : []));
  }, []);
  const change = (changes: Partial<PrintSetup>): void => setDraft((known) => ({ ...known, ...changes }));
  const own = ownEnvelopeOf(draft);
  const envelope = draft.envelope === 'own' ? own : envelopeOf(draft.envelope);
  const problem = envelopeProblem(envelope);
  const wanted: PrintSetup = draft.envelope === 'own' ? { ...draft, ownEnvelope: own } : draft;
  const offset = offsetOf(draft);
  const gone =
    draft.printer !== undefined &&
    printers !== undefined &&
    !printers.some(({ name }) => name === draft.printer);
  const calibrate = async (): Promise<void> => {
    const page = await bridge.calibrationPage(wanted);
    if (page.ok) await printAs(wanted, { hash: page.value.hash, name: 'Page d’étalonnage' });
    else showRefusal(page.error.message);
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={async () => {
        if (problem === undefined && (await onSave(wanted))) onClose();
      }}
      onCancel={onClose}
      hint={
        <Button
          variant="subtle"
          leftSection={<Ruler size={16} aria-hidden="true" />}
          disabled={problem !== undefined}
          onClick={() => void calibrate()}
        >
          Imprimer la page d’étalonnage
        </Button>
      }
    >
      <Select
        label="Imprimante"
        description="Choisie ici, elle imprime sans fenêtre du système."
        allowDeselect={false}
        data={[
          { value: bySystem, label: 'Demander à chaque fois (fenêtre du système)' },
          ...(gone ? [{ value: draft.printer ?? '', label: `${draft.printer} (introuvable)` }] : []),
          ...(printers ?? []).map(({ name, displayName, isDefault }) => ({
            value: name,
            label: isDefault ? `${displayName} (par défaut)` : displayName,
          })),
        ]}
        value={draft.printer ?? bySystem}
        onChange={(name) => {
          const { printer: _before, ...rest } = draft;
          setDraft(name === null || name === bySystem ? rest : { ...rest, printer: name });
        }}
        data-autofocus
      />
      {gone && (
        <Notice tone="caution">
          Cette imprimante est introuvable : allumez-la, ou choisissez-en une autre.
        </Notice>
      )}
      <Select
        label="Enveloppe à fenêtre"
        allowDeselect={false}
        data={envelopeNames}
        value={draft.envelope}
        onChange={(value) => {
          if (value === 'DL' || value === 'C5' || value === 'own') change({ envelope: value });
        }}
      />
      {draft.envelope === 'own' && (
        <OwnEnvelope envelope={own} onChange={(ownEnvelope) => change({ ownEnvelope })} />
      )}
      {problem === undefined ? (
        <p className={classes.quiet}>{visibleText(envelope)}</p>
      ) : (
        <Notice tone="alert">{problem}</Notice>
      )}
      <Group grow align="flex-start" gap="md">
        <Millimetres
          label="Décalage vers la droite"
          min={-20}
          max={20}
          value={offset.xMm}
          onChange={(xMm) => setDraft(withOffset(draft, { ...offset, xMm }))}
        />
        <Millimetres
          label="Décalage vers le bas"
          min={-20}
          max={20}
          value={offset.yMm}
          onChange={(yMm) => setDraft(withOffset(draft, { ...offset, yMm }))}
        />
      </Group>
      <p className={classes.quiet}>
        Les décalages sont gardés pour chaque imprimante. La page d’étalonnage dit lesquels choisir.
      </p>
      <Checkbox
        label="Imprimer les repères de pliage"
        checked={draft.foldMarks}
        onChange={(event) => change({ foldMarks: event.currentTarget.checked })}
      />
      <Checkbox
        label="Recto verso : chaque courrier commence sur une nouvelle feuille"
        checked={draft.duplex}
        onChange={(event) => change({ duplex: event.currentTarget.checked })}
      />
      <Checkbox
        label="Imprimer aussi un « Exemplaire dossier » de chaque courrier"
        checked={draft.fileCopies}
        onChange={(event) => change({ fileCopies: event.currentTarget.checked })}
      />
    </DialogForm>
  );
};

/** « Réglages d’impression » of this PC: printer, envelope, offsets, sheets. */
export const PrintSetupDialog = ({
  setup,
  opened,
  onSave,
  onClose,
}: {
  readonly setup: PrintSetup;
  readonly opened: boolean;
  readonly onSave: (setup: PrintSetup) => Promise<boolean>;
  readonly onClose: () => void;
}) => (
  <Dialog title="Réglages d’impression" opened={opened} onClose={onClose} size="lg">
    <SetupForm setup={setup} onSave={onSave} onClose={onClose} />
  </Dialog>
);
