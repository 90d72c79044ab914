import { type Figure, formatFigure } from '../../../shared/insight/figure.ts';
import {
  type PortfolioFigureId,
  portfolioFigureIds,
  portfolioFigureTexts,
} from '../../../shared/insight/portfolio-figures.ts';
import { Card } from '../../ui/card.tsx';
import { FigureList } from '../../ui/figure-list.tsx';

/** « Indicateurs »: what the credit manager of a large company looks at, each with its formula. */
export const IndicatorsCard = ({
  figures,
}: {
  readonly figures: Readonly<Record<PortfolioFigureId, Figure>>;
}) => (
  <Card title="Indicateurs" padded={false}>
    <FigureList
      rows={portfolioFigureIds.map((id) => ({
        id,
        ...portfolioFigureTexts[id],
        value: formatFigure(figures[id]),
        figure: figures[id],
      }))}
    />
  </Card>
);
