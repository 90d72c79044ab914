import { Button } from '@mantine/core';
import type { PostalAddress } from '../../shared/ledger/client.ts';
import { abbreviateStreet } from '../../shared/letters/address-abbreviations.ts';
import {
  addressBlock,
  addressLineLimit,
  describeAddressWarning,
  postalCapitals,
} from '../../shared/letters/address-block.ts';
import classes from './address-preview.module.css';

/** A line as the user could shorten it; undefined where no usual abbreviation makes it shorter. */
const shorter = (line: string): string | undefined => {
  if ([...line].length <= addressLineLimit) return undefined;
  const short = abbreviateStreet(postalCapitals(line), addressLineLimit);
  return short.length < line.length ? short : undefined;
};

/**
 * The address as the window of an envelope will show it, with what the post cannot read of it, while it is
 * typed. Nothing is cut: a line that is too long is told, and an abbreviation offered.
 */
export const AddressPreview = ({
  name,
  address,
  onShorten,
}: {
  readonly name: string;
  readonly address: PostalAddress;
  /** Replaces a line of the address, by its place. */
  readonly onShorten: (index: number, line: string) => void;
}) => {
  const isEmpty = address.lines.length === 0 && address.postcode.trim() === '' && address.city.trim() === '';
  if (isEmpty) return null;
  const block = addressBlock(name, address);
  const offers = address.lines.flatMap((line, index) => {
    const short = shorter(line);
    return short === undefined ? [] : [{ index, short }];
  });
  return (
    <figure className={classes.preview}>
      <figcaption>Dans la fenêtre de l’enveloppe</figcaption>
      <ol className={classes.block}>
        {block.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an address may be the same, and none moves
          <li key={index} data-long={[...line].length > addressLineLimit || undefined}>
            <span>{line}</span>
            <span className={`${classes.count} figures`}>{[...line].length}</span>
          </li>
        ))}
      </ol>
      <div role="status" className={classes.warnings}>
        {block.warnings.map((warning) => (
          <p key={describeAddressWarning(warning)}>{describeAddressWarning(warning)}</p>
        ))}
      </div>
      {offers.map(({ index, short }) => (
        <Button
          key={index}
          size="compact-sm"
          variant="default"
          className={classes.offer ?? ''}
          onClick={() => onShorten(index, short)}
        >
          Abréger en «&nbsp;{short}&nbsp;»
        </Button>
      ))}
    </figure>
  );
};
