import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sirenOf } from '../../../shared/identifiers/siren.ts';
import { isVatNumber, vatNumber } from '../../../shared/identifiers/vat-number.ts';
import type { Client, PostalAddress } from '../../../shared/ledger/client.ts';
import {
  type ClientLanguage,
  clientLanguageNames,
  suggestedLanguage,
} from '../../../shared/ledger/client-language.ts';
import { useRun } from '../../application/use-run.tsx';
import { updateClient } from '../../db/commands/clients.ts';
import { AddressPreview } from '../../ui/address-preview.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const languages = (['fr', 'en'] as const).map((value) => ({ value, label: clientLanguageNames[value] }));

const trimmed = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

const IdentityForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const run = useRun();
  const [name, setName] = useState(client.name);
  const [code, setCode] = useState(client.code ?? '');
  const [siren, setSiren] = useState(client.siren ?? '');
  const [vat, setVat] = useState(client.vatNumber ?? '');
  const [lines, setLines] = useState((client.address?.lines ?? []).join('\n'));
  const [postcode, setPostcode] = useState(client.address?.postcode ?? '');
  const [city, setCity] = useState(client.address?.city ?? '');
  const [country, setCountry] = useState(client.address?.country ?? '');
  const [language, setLanguage] = useState<ClientLanguage>(client.language ?? 'fr');
  // Once the user has chosen, or had chosen before, the country suggests nothing any more.
  const [languageChosen, setLanguageChosen] = useState(client.language !== undefined);
  const [tried, setTried] = useState(false);
  const readSiren = trimmed(siren) === undefined ? undefined : sirenOf(siren);
  const sirenProblem =
    trimmed(siren) !== undefined && readSiren === undefined
      ? 'Ce numéro n’est pas un SIREN : vérifiez les neuf chiffres.'
      : undefined;
  const vatProblem =
    trimmed(vat) !== undefined && !isVatNumber(vat) ? 'Ce numéro de TVA n’est pas valide.' : undefined;
  const addressLines = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const linesProblem =
    addressLines.length > 4 ? 'Quatre lignes au plus au-dessus du code postal et de la ville.' : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || sirenProblem || vatProblem || linesProblem) return;
    const isBlank = addressLines.length === 0 && postcode.trim() === '' && city.trim() === '';
    const address: PostalAddress | undefined = isBlank
      ? undefined
      : { lines: addressLines, postcode: postcode.trim(), city: city.trim(), country: trimmed(country) };
    const done = await run(updateClient, {
      id: client.id,
      changes: {
        name,
        code: trimmed(code),
        siren: readSiren,
        vatNumber: trimmed(vat)?.replace(/\s/g, '').toUpperCase(),
        address,
        language:
          language === 'fr' && client.language === undefined && !languageChosen ? undefined : language,
      },
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Nom ou raison sociale"
        value={name}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' ? 'Indiquez le nom.' : undefined}
        data-autofocus
      />
      <Group grow align="flex-start" gap="md">
        <TextInput
          label="Code client"
          value={code}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label="SIREN"
          value={siren}
          maxLength={30}
          autoComplete="off"
          onChange={(event) => setSiren(event.currentTarget.value)}
          onBlur={() => {
            if (readSiren === undefined || vat.trim() !== '') return;
            const derived = vatNumber(readSiren);
            if (derived.ok) setVat(derived.value);
          }}
          error={sirenProblem}
        />
        <TextInput
          label="N° de TVA"
          value={vat}
          maxLength={30}
          autoComplete="off"
          onChange={(event) => setVat(event.currentTarget.value)}
          error={vatProblem}
        />
      </Group>
      <Textarea
        label="Adresse (une ligne par élément)"
        description="Service, bâtiment, numéro et rue, lieu-dit. Elle apparaît dans la fenêtre de l’enveloppe."
        autosize
        minRows={2}
        maxRows={5}
        maxLength={600}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
        error={linesProblem}
      />
      <Group align="flex-start" gap="md" wrap="nowrap">
        <TextInput
          label="Code postal"
          w={120}
          value={postcode}
          maxLength={12}
          autoComplete="off"
          onChange={(event) => setPostcode(event.currentTarget.value)}
        />
        <TextInput
          label="Ville"
          flex={1}
          value={city}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setCity(event.currentTarget.value)}
        />
        <TextInput
          label="Pays"
          placeholder="France"
          w={140}
          value={country}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            setCountry(event.currentTarget.value);
            if (!languageChosen) setLanguage(suggestedLanguage(event.currentTarget.value));
          }}
        />
      </Group>
      <AddressPreview
        name={name}
        address={{ lines: addressLines, postcode, city, country: trimmed(country) }}
        onShorten={(index, line) =>
          setLines(addressLines.map((known, at) => (at === index ? line : known)).join('\n'))
        }
      />
      <Select
        label="Langue des messages"
        description={
          language === 'fr' && !languageChosen && suggestedLanguage(country) === 'en'
            ? 'Ce client est à l’étranger : l’anglais lui conviendra sans doute mieux.'
            : 'Les relances suivent cette langue ; sur papier, la mise en demeure reste en français.'
        }
        allowDeselect={false}
        data={languages}
        value={language}
        onChange={(value) => {
          if (value === null) return;
          setLanguage(value);
          setLanguageChosen(true);
        }}
      />
    </DialogForm>
  );
};

/** Name, numbers and postal address of a client. */
export const IdentityDialog = ({
  client,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Identité et adresse" opened={opened} onClose={onClose} size="lg">
    <IdentityForm client={client} onClose={onClose} />
  </Dialog>
);
