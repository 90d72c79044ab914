import { ColorInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatIban } from '../../../../shared/identifiers/iban.ts';
import { formatSiren, sirenOf } from '../../../../shared/identifiers/siren.ts';
import { formatVatNumber, vatNumber } from '../../../../shared/identifiers/vat-number.ts';
import { changesIban, companyGaps, companyProblems } from '../../../../shared/ledger/company-problems.ts';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import type { CompanySettings } from '../../../../shared/ledger/settings.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { changeCompanyIban } from '../../../db/commands/company-iban.ts';
import { saveSettings } from '../../../db/commands/settings.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Fields, SectionForm } from '../section-form.tsx';
import { type DraftForm, useDraftForm } from '../use-draft-form.tsx';
import classes from './company.module.css';
import { type CompanyValues, companyOf, companyValues } from './company-values.ts';
import { IbanChangeDialog } from './iban-change-dialog.tsx';
import { ImageField } from './image-field.tsx';
import { InvoiceMentions } from './invoice-mentions.tsx';

/** Dark enough for paper, one of each hue. */
const letterheadColours = ['#1f3a5f', '#0f5257', '#2f5233', '#6b3e1d', '#7a1f2b', '#4b2e83', '#333a45'];

interface Part {
  readonly form: DraftForm<CompanyValues>['form'];
}

const Identity = ({ form }: Part) => {
  const siren = form.getInputProps('siren');
  return (
    <Card title="Identité">
      <Fields>
        <TextInput label="Nom de la société" required {...form.getInputProps('name')} />
        <TextInput
          label="Forme juridique"
          placeholder="SARL, SAS, EI…"
          {...form.getInputProps('legalForm')}
        />
        <TextInput label="Capital" placeholder="10 000 €" {...form.getInputProps('capital')} />
        <TextInput
          label="SIREN"
          inputMode="numeric"
          {...siren}
          onBlur={(event) => {
            const digits = sirenOf(form.values.siren);
            if (digits !== undefined) {
              form.setFieldValue('siren', formatSiren(digits));
              const proposed = vatNumber(digits);
              if (form.values.vatNumber.trim() === '' && proposed.ok)
                form.setFieldValue('vatNumber', formatVatNumber(proposed.value));
            }
            siren.onBlur?.(event);
          }}
        />
        <TextInput
          label="N° de TVA"
          placeholder="Proposé d’après le SIREN"
          {...form.getInputProps('vatNumber')}
        />
        <TextInput label="Immatriculation" placeholder="RCS Lyon" {...form.getInputProps('registry')} />
      </Fields>
    </Card>
  );
};

const Reach = ({ form }: Part) => (
  <Card title="Coordonnées">
    <Fields>
      <Textarea
        label="Adresse"
        placeholder="12 rue des Lilas"
        autosize
        minRows={1}
        maxRows={4}
        {...form.getInputProps('addressLines')}
      />
      <TextInput label="Code postal" inputMode="numeric" {...form.getInputProps('postcode')} />
      <TextInput label="Ville" {...form.getInputProps('city')} />
      <TextInput label="Téléphone" type="tel" {...form.getInputProps('phone')} />
      <TextInput label="E-mail" type="email" {...form.getInputProps('email')} />
    </Fields>
  </Card>
);

const Bank = ({ form }: Part) => {
  const iban = form.getInputProps('iban');
  return (
    <Card title="Compte bancaire">
      <Fields>
        <TextInput
          label="IBAN"
          className="figures"
          spellCheck={false}
          styles={{ root: { gridColumn: 'span 2' } }}
          {...iban}
          onBlur={(event) => {
            form.setFieldValue('iban', formatIban(form.values.iban));
            iban.onBlur?.(event);
          }}
        />
        <TextInput label="BIC" spellCheck={false} {...form.getInputProps('bic')} />
        <TextInput
          label="Titulaire du compte"
          description={'Tel que votre banque l’écrit\u00A0: elle le compare au nom du bénéficiaire.'}
          styles={{ root: { gridColumn: 'span 2' } }}
          {...form.getInputProps('accountHolder')}
        />
        <TextInput
          label="Lien de paiement en ligne"
          description={
            'Facultatif, repris dans les e-mails et les courriers. {montant} et {reference} y sont remplacés.'
          }
          placeholder="https://…/?montant={montant}&ref={reference}"
          type="url"
          spellCheck={false}
          styles={{ root: { gridColumn: 'span 2' } }}
          {...form.getInputProps('paymentLink')}
        />
        <TextInput
          label="Chèques à l’ordre de"
          description="Vide&nbsp;: le chèque n’est pas proposé."
          {...form.getInputProps('chequeOrder')}
        />
      </Fields>
    </Card>
  );
};

const Signature = ({ form }: Part) => (
  <Card title="Courriers">
    <Fields>
      <TextInput label="Signataire" placeholder="Sandrine Dupré" {...form.getInputProps('signatoryName')} />
      <TextInput label="Qualité" placeholder="Gérante" {...form.getInputProps('signatoryCapacity')} />
      <ColorInput
        label="Couleur de l’en-tête"
        description="Vide&nbsp;: noir. Assez foncée pour se lire sur du papier."
        format="hex"
        placeholder="#1f3a5f"
        swatches={letterheadColours}
        eyeDropperButtonProps={{ 'aria-label': 'Prélever une couleur à l’écran' }}
        {...form.getInputProps('accent')}
      />
    </Fields>
    <div className={classes.pictures}>
      <ImageField
        label="Logo"
        hash={form.values.logoHash}
        onChange={(hash) => form.setFieldValue('logoHash', hash)}
      />
      <ImageField
        label="Signature"
        hash={form.values.signatureHash}
        onChange={(hash) => form.setFieldValue('signatureHash', hash)}
      />
    </div>
    <TextInput
      label="Médiateur de la consommation"
      description={
        'Si vous avez des clients particuliers\u00A0: nom et coordonnées, repris dans leurs mises en demeure.'
      }
      {...form.getInputProps('consumerMediator')}
    />
  </Card>
);

/** « Société »: the creditor as it stands on every message. */
export const CompanySection = () => {
  const ledger = useLedger();
  const run = useRun();
  const stored = settingsOf(ledger, 'company');
  const [asked, setAsked] = useState<CompanySettings>();
  const draft = useDraftForm({
    key: 'company',
    section: 'societe',
    stored: companyValues(stored),
    problems: (values) => ({ ...companyProblems(companyOf(values, stored)) }),
  });
  const { form } = draft;
  const gaps = companyGaps(stored);
  const save = async (company: CompanySettings): Promise<void> => {
    const done = await run(saveSettings, company);
    if (done) form.setValues(companyValues(company));
  };
  return (
    <SectionForm
      draft={draft}
      onSave={(values) => {
        const company = companyOf(values, stored);
        if (changesIban(stored, company)) setAsked(company);
        else return save(company);
      }}
    >
      {gaps.length > 0 && (
        <Notice tone="info">{`Pour que vos courriers soient complets, il manque encore\u00A0: ${gaps.join(', ')}.`}</Notice>
      )}
      <Identity form={form} />
      <Reach form={form} />
      <Bank form={form} />
      <Signature form={form} />
      <InvoiceMentions />
      <IbanChangeDialog
        storedIban={stored.iban}
        company={asked}
        onClose={() => setAsked(undefined)}
        onConfirm={async (company, lastFour) => {
          const done = await run(changeCompanyIban, { company, lastFour });
          if (done) form.setValues(companyValues(company));
        }}
      />
    </SectionForm>
  );
};
