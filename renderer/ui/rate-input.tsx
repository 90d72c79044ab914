import { formatRate } from '../../shared/law/format-rate.ts';
import { parseRate, type RateError } from '../../shared/law/parse-rate.ts';
import { unreachable } from '../../shared/result.ts';
import { FigureInput, type FigureInputProps } from './figure-input.tsx';

const problemOf = ({ kind }: RateError): string | undefined => {
  switch (kind) {
    case 'empty':
      return undefined;
    case 'not-a-rate':
      return 'Écrivez un taux, par exemple 2,40.';
    case 'too-precise':
      return 'Deux chiffres après la virgule au plus.';
    case 'too-large':
      return 'Un taux est de 100\u00A0% au plus.';
    default:
      return unreachable(kind);
  }
};

/** Without its sign, which stands in the field already. */
const written = (value: number): string => formatRate(value).replace(/\u00A0%$/u, '');

/**
 * A yearly rate in percent typed as it is published (`2,40`, `2.4`).
 * @param onChange basis points, 0 to 10,000; undefined while the text is empty or no rate.
 */
export const RateInput = (
  passed: FigureInputProps & {
    readonly value: number | undefined;
    readonly onChange: (value: number | undefined) => void;
  },
) => (
  <FigureInput<number, RateError>
    {...passed}
    unit="%"
    read={parseRate}
    written={written}
    problemOf={problemOf}
  />
);
