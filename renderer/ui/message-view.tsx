import { tableMarker } from '../../shared/letters/letter-text.ts';
import { invoiceHeadings } from '../../shared/reminders/invoice-list.ts';
import { type MessageBlock, messageBlocks } from '../../shared/reminders/message-blocks.ts';
import classes from './message-view.module.css';

const Block = ({ block }: { readonly block: MessageBlock }) => {
  if (block.kind === 'invoices') {
    const language = block.rows[0]?.language ?? 'fr';
    const head = invoiceHeadings[language];
    return (
      <table className={classes.invoices} lang={language}>
        <caption className="visually-hidden" lang="fr">
          Factures réclamées
        </caption>
        <thead>
          <tr>
            <th scope="col">{head.number}</th>
            <th scope="col">{head.issuedOn}</th>
            <th scope="col">{head.due}</th>
            <th scope="col">{head.amount}</th>
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
  }
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
