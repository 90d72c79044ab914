import { Loader } from '@mantine/core';
import type { LetterModel } from '../../../shared/ipc/letter-contract.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './letter-frame.module.css';
import { useLetterPdf } from './use-letter-pdf.ts';

/** A PDF of the document store, as wide as its place, without the viewer's own bars. */
export const PdfFrame = ({ hash, title }: { readonly hash: string; readonly title: string }) => (
  <iframe
    key={hash}
    className={classes.frame}
    title={title}
    src={`app://acquit/documents/${hash}.pdf#toolbar=0&navpanes=0&view=FitH`}
  />
);

/** The letter as it will be printed, on white paper in both themes. */
export const LetterFrame = ({ model }: { readonly model: LetterModel }) => {
  const pdf = useLetterPdf(model);
  switch (pdf.kind) {
    case 'setting':
      return (
        <div className={classes.waiting} role="status">
          <Loader size="sm" aria-hidden="true" />
          Mise en page du courrier…
        </div>
      );
    case 'failed':
      return <Notice tone="alert">{pdf.message}</Notice>;
    case 'set':
      return <PdfFrame hash={pdf.hash} title={`Aperçu du courrier : ${model.subject}`} />;
  }
};
