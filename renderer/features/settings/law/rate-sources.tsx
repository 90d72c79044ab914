import { Anchor } from '@mantine/core';
import { showRefusal } from '../../../application/use-run.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import classes from './law.module.css';

const ecbPage =
  'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/key_ecb_interest_rates/html/index.en.html';
const legifrancePage = 'https://www.legifrance.gouv.fr';

const open = async (link: string): Promise<void> => {
  const opened = await bridge.openExternal(link);
  if (!opened.ok) showRefusal(opened.error.message);
};

const SourceLink = ({ link, name }: { readonly link: string; readonly name: string }) => (
  <Anchor component="button" type="button" inherit onClick={() => void open(link)}>
    {name}
  </Anchor>
);

/** Where the two rates are published; the pages open in the user's browser, and only on a click. */
export const RateSources = () => (
  <p className={classes.sources}>
    Le taux de la BCE se lit sur <SourceLink link={ecbPage} name="ecb.europa.eu" />, le taux légal dans
    l’arrêté «{'\u00A0'}relatif à la fixation du taux de l’intérêt légal{'\u00A0'}» sur{' '}
    <SourceLink link={legifrancePage} name="legifrance.gouv.fr" />.
  </p>
);
