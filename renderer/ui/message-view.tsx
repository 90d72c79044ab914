import { tableMarker } from '../../shared/letters/letter-text.ts';
import { type MessageBlock, messageBlocks } from '../../shared/reminders/message-blocks.ts';
import classes from './message-view.module.css';

const Block = ({ block }: { readonly block: MessageBlock }) => {
  if (block.kind === 'invoices')
    return (
      <table className={classes.invoices}>
        <caption className="visually-hidden">Factures réclamées</caption>
        <thead>
          <tr>
            <th scope="col">Facture</th>
            <th scope="col">Émise le</th>
            <th scope="col">Échéance</th>
            <th scope="col">Reste à payer</th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a text may be equal, and their order never changes
            <tr key={index}>
              <td>
                {row.number}
                {row.remark !== '' && <div className={classes.remark}>{row.remark}</div>}
              </td>
              <td className="figures">{row.issuedOn}</td>
              <td className="figures">{row.due}</td>
              <td className="figures">{row.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  if (block.lines.length === 1 && block.lines[0] === tableMarker)
    return <p className={classes.marker}>Tableau des factures</p>;
  return <p className={classes.paragraph}>{block.lines.join('\n')}</p>;
};

/** The text of a message as its reader sees it: paragraphs, and the list of invoices as a table. */
export const MessageView = ({ body }: { readonly body: string }) => (
  <div className={classes.message}>
    {messageBlocks(body).map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
      <Block key={index} block={block} />
    ))}
  </div>
);
