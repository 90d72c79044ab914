import { Card } from '../../ui/card.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import { usePagedRows } from '../../ui/use-paged-rows.tsx';

const pageRows = 100;

/** Clients, and what the file adds to each. */
export const ContactChangesCard = ({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
}) => {
  const paged = usePagedRows(rows, pageRows);
  return (
    <Card title={title} padded={false}>
      <table className={tableClasses.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Ce qui est repris du fichier</th>
          </tr>
        </thead>
        <tbody>
          {paged.rows.map(({ id, name, detail }) => (
            <tr key={id}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td title={detail}>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {paged.more}
    </Card>
  );
};
