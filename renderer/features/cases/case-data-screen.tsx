import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ArrowLeft, ClipboardCopy, Gavel, Printer, Save } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { type DataSection, procedureData, sectionText } from '../../../shared/cases/procedure-data.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './cases.module.css';

const copy = async (text: string): Promise<void> => {
  const copied = await bridge.copyText(text);
  if (copied.ok) notifications.show({ message: 'Copié', autoClose: 2000 });
  else showRefusal(copied.error.message);
};

const Section = ({ section }: { readonly section: DataSection }) => (
  <Card
    title={section.title}
    actions={
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`Copier tout : ${section.title}`}
        onClick={() => void copy(sectionText(section))}
      >
        Copier tout
      </Button>
    }
  >
    <dl className={classes.data}>
      {section.fields.map(({ label, value, source }) => (
        <div key={`${label} ${value}`} className={classes.datum}>
          <dt>{label}</dt>
          <dd>
            {value}
            <div className={classes.quiet}>{source}</div>
          </dd>
          <dd>
            <ActionIcon variant="subtle" aria-label={`Copier ${label}`} onClick={() => void copy(value)}>
              <ClipboardCopy size={16} aria-hidden="true" />
            </ActionIcon>
          </dd>
        </div>
      ))}
    </dl>
  </Card>
);

/** Figures, dates and pieces of a case to copy into the form of its procedure; Acquit fills in no form. */
export const CaseDataScreen = ({ caseId }: { readonly caseId: string }) => {
  const ledger = useLedger();
  const today = useToday();
  const legalCase = ledger.legalCases.get(caseId);
  const data = useMemo(
    () => legalCase && procedureData(ledger, legalCase, today),
    [ledger, legalCase, today],
  );
  const back = (
    <Link href={places.case(caseId)} className={classes.back}>
      <ArrowLeft size={14} aria-hidden="true" style={{ verticalAlign: '-2px' }} /> Retour au dossier
    </Link>
  );
  if (!legalCase || !data)
    return (
      <Page title="Données de la procédure" lead={back}>
        <EmptyState icon={Gavel} title="Choisissez d’abord la procédure du dossier." />
      </Page>
    );
  const debtor = ledger.clients.get(legalCase.clientId)?.name ?? '';
  const fileName = `${today} Données ${debtor.slice(0, 100)}.pdf`;
  /** Sets the PDF, then hands it on under its hash. */
  const withPdf = async (
    hand: (hash: string) => ReturnType<typeof bridge.documentSaveAs | typeof bridge.documentPrint>,
  ): Promise<void> => {
    const { title, sections } = data;
    const made = await bridge.procedureSheetRender({
      writtenOn: today,
      title,
      creditor: settingsOf(ledger, 'company').name,
      debtor,
      sections: sections.map((section) => ({ ...section, fields: [...section.fields] })),
    });
    const handed = made.ok ? await hand(made.value.hash) : made;
    if (!handed.ok) showRefusal(handed.error.message);
  };
  const save = (): Promise<void> =>
    withPdf((hash) => bridge.documentSaveAs({ hash, suggestedName: fileName }));
  const print = (): Promise<void> => withPdf((hash) => bridge.documentPrint({ hash, name: fileName }));
  return (
    <Page
      title={`Données\u00A0: ${data.title}`}
      lead={back}
      actions={
        data.procedure !== 'claim-declaration' && (
          <>
            <Button
              variant="default"
              leftSection={<Save size={16} aria-hidden="true" />}
              onClick={() => void save()}
            >
              Enregistrer en PDF…
            </Button>
            <Button leftSection={<Printer size={16} aria-hidden="true" />} onClick={() => void print()}>
              Imprimer…
            </Button>
          </>
        )
      }
    >
      <div className={classes.notices}>
        {data.procedure === 'claim-declaration' ? (
          <Notice
            tone="info"
            action={
              <Button
                component={Link}
                href={places.claimDeclaration(legalCase.clientId)}
                size="compact-sm"
                variant="default"
              >
                Ouvrir la déclaration
              </Button>
            }
          >
            Les montants d’une déclaration s’arrêtent au jour du jugement : ils ont leur propre page.
          </Notice>
        ) : (
          <Notice tone="info">
            Chaque valeur vient d’une ligne de vos données. Vérifiez les conditions avec votre conseil ou le
            greffe avant de remplir le formulaire.
          </Notice>
        )}
      </div>
      <div className={classes.column}>
        {data.procedure !== 'claim-declaration' &&
          data.sections.map((section) => <Section key={section.title} section={section} />)}
      </div>
    </Page>
  );
};
