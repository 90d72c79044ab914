import { Disclosure } from './disclosure.tsx';
import classes from './law-list.module.css';

/** « Ce que dit la loi »: articles and what each says, behind a click. */
export const LawList = ({
  law,
}: {
  readonly law: readonly { readonly article: string; readonly says: string }[];
}) => (
  <Disclosure label="Ce que dit la loi">
    <dl className={classes.list}>
      {law.map(({ article, says }) => (
        <div key={article}>
          <dt>{article}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </Disclosure>
);
