import { Paperclip } from 'lucide-react';
import type { MessageAttachments } from '../../../shared/reminders/message-attachments.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { sizeText } from '../settings/data/data-text.ts';
import classes from './attachment-list.module.css';

const openDocument = async (hash: string, name: string): Promise<void> => {
  const answer = await bridge.documentOpen({ hash, name });
  if (!answer.ok) showRefusal(answer.error.message);
};

/** What leaves with an e-mail: each copy opens on a click. A row of a list of definitions; nothing where there is none. */
export const AttachmentList = ({ attachments }: { readonly attachments: MessageAttachments }) => {
  const { attached, tooLarge, bytes } = attachments;
  if (attached.length === 0 && !tooLarge) return null;
  return (
    <div>
      <dt>Joint</dt>
      <dd className={classes.attachments}>
        {tooLarge
          ? `Aucune copie\u00A0: ensemble, elles font ${sizeText(bytes)}, trop pour un e-mail (8\u00A0Mo au plus).`
          : attached.map(({ hash, name, bytes: size }) => (
              <button
                key={hash}
                type="button"
                className={classes.attachment}
                title={name}
                onClick={() => void openDocument(hash, name)}
              >
                <Paperclip size={14} aria-hidden="true" />
                <span className={classes.name}>{name}</span>
                <span className={`${classes.size} figures`}>{sizeText(size)}</span>
              </button>
            ))}
      </dd>
    </div>
  );
};
