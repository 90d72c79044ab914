import type { Day } from '../dates/day.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { formatParameter } from './format-parameter.ts';
import { type LegalParameters, type ParameterName, parameterOn } from './parameters.ts';

/** What one text of law says, in plain French. */
export interface LawEntry {
  readonly article: string;
  readonly says: string;
}

export interface RegimeHelp {
  /** What the regime changes for the user. */
  readonly summary: string;
  /** « Ce que dit la loi ». */
  readonly law: readonly LawEntry[];
  /** What no text and no court has settled, and what to do about it. */
  readonly unsettled?: string | undefined;
}

/** A figure of the table with its unit; « … » where none is known for the day. */
type Figure = (name: ParameterName) => string;

const business = (figure: Figure): RegimeHelp => ({
  summary: `Entre professionnels, les pénalités de retard courent dès le lendemain de l’échéance, sans mise en demeure, et chaque facture en retard ouvre droit à ${figure('recovery-indemnity')} d’indemnité de recouvrement.`,
  law: [
    {
      article: 'C. com. art. L441-10 I',
      says: `Faute d’accord, le prix est dû ${figure('term-default')} après la réception des marchandises ou la fin de la prestation. Le délai convenu ne dépasse pas ${figure('term-cap-net')} après l’émission de la facture, ou ${figure('term-cap-end-of-month')} fin de mois si le contrat le prévoit.`,
    },
    {
      article: 'C. com. art. L441-10 II',
      says: `Les pénalités sont dues sans rappel. Si rien n’est convenu, leur taux est celui de la BCE majoré de ${figure('b2b-markup')}, revu chaque semestre. Un taux convenu ne descend pas au-dessous de ${figure('floor-multiplier')} le taux d’intérêt légal.`,
    },
    {
      article: 'C. com. art. D441-5',
      says: `L’indemnité forfaitaire pour frais de recouvrement est de ${figure('recovery-indemnity')} par facture payée en retard.`,
    },
    {
      article: 'C. com. art. L441-16',
      says: `Un délai plus long que la loi expose à une amende administrative, jusqu’à ${figure('term-fine-legal-person')} pour une société et ${figure('term-fine-natural-person')} pour une personne physique.`,
    },
    {
      article: 'C. com. art. L110-4\u00A0; C. civ. art. 2224',
      says: `La créance se prescrit par ${figure('limitation-b2b')}.`,
    },
  ],
});

const publicBuyer = (figure: Figure): RegimeHelp => ({
  summary: `Envers un organisme public, les intérêts moratoires et les ${figure('recovery-indemnity')} sont dus de plein droit, à un taux fixé par le Code de la commande publique.`,
  law: [
    {
      article: 'CCP art. R2192-10 et R2192-11',
      says: `L’État, les collectivités et les établissements publics paient sous ${figure('term-cap-public-body')}, les établissements publics de santé sous ${figure('term-cap-public-hospital')}, les entreprises publiques sous ${figure('term-cap-public-company')}.`,
    },
    {
      article: 'CCP art. R2192-12 à R2192-15',
      says: 'Le délai court de la réception de la demande de paiement\u00A0: sur Chorus Pro, la notification de sa mise à disposition. Il court de la fin de la prestation si elle est plus tardive.',
    },
    {
      article: 'CCP art. L2192-13 et L2192-14',
      says: 'Les intérêts moratoires sont dus de plein droit. Une clause qui y renonce ne vaut rien.',
    },
    {
      article: 'CCP art. R2192-31 et R2192-32',
      says: `Leur taux est celui de la BCE au premier jour du semestre où le retard commence, majoré de ${figure('public-markup')}\u00A0; il ne change plus jusqu’au paiement.`,
    },
    {
      article: 'CCP art. D2192-35',
      says: `L’indemnité forfaitaire est de ${figure('recovery-indemnity')} par facture payée en retard.`,
    },
    {
      article: 'Loi 68-1250 du 31 décembre 1968, art. 1',
      says: `La créance est prescrite ${figure('limitation-public')} après le 1ᵉʳ janvier de l’année qui suit.`,
    },
  ],
});

const formalNotice: LawEntry = {
  article: 'C. civ. art. 1231-6, 1344 et 1344-1',
  says: 'Les intérêts, au taux légal, ne courent qu’à compter de la mise en demeure.',
};

const consumer = (figure: Figure): RegimeHelp => ({
  summary: `Envers un particulier, pas d’indemnité de ${figure('recovery-indemnity')}. Les intérêts, au taux légal, ne courent qu’après une mise en demeure.`,
  law: [
    formalNotice,
    {
      article: 'C. consom. art. R212-2',
      says: 'Une pénalité convenue ne doit pas être d’un montant manifestement disproportionné.',
    },
    {
      article: 'C. consom. art. L218-2',
      says: `L’action d’un professionnel contre un consommateur se prescrit par ${figure('limitation-b2c')}.`,
    },
    {
      article: 'C. consom. art. L612-1 et L616-1',
      says: 'Le consommateur peut recourir gratuitement à un médiateur, dont vous devez lui donner les coordonnées.',
    },
  ],
});

const nonProfessional = (figure: Figure): RegimeHelp => ({
  summary: `Association, copropriété, comité\u00A0: traité comme un particulier. Pas d’indemnité de ${figure('recovery-indemnity')}, et des intérêts au taux légal après une mise en demeure.`,
  law: [
    {
      article: 'C. consom. article liminaire',
      says: 'Un non-professionnel est une personne morale qui n’agit pas à des fins professionnelles.',
    },
    formalNotice,
    {
      article: 'C. com. art. L110-4\u00A0; C. civ. art. 2224',
      says: `La créance se prescrit par ${figure('limitation-b2b')}\u00A0: le délai de ${figure('limitation-b2c')} ne protège que les consommateurs.`,
    },
  ],
  unsettled: `La loi ne tranche pas ce point\u00A0: les pénalités entre professionnels et les ${figure('recovery-indemnity')} dépendent de ce que sert le contrat. S’il sert une activité professionnelle du client, choisissez «\u00A0Professionnel\u00A0».`,
});

const helps: Readonly<Record<DebtorRegime, (figure: Figure) => RegimeHelp>> = {
  b2b: business,
  public: publicBuyer,
  b2c: consumer,
  'non-professional': nonProfessional,
};

/** What a regime changes, in plain French, with the law that it rests on and its figures of that day. */
export const regimeHelp = (regime: DebtorRegime, on: Day, parameters: LegalParameters): RegimeHelp =>
  helps[regime]((name) => {
    const found = parameterOn(parameters, name, on);
    return found.ok ? formatParameter(found.value) : '…';
  });

/** Where interest may bear interest itself (law-and-formats.md 1.9). */
export const capitalisationLaw: LawEntry = {
  article: 'C. civ. art. 1343-2',
  says: 'Les intérêts dus pour une année entière ne produisent eux-mêmes des intérêts que si le contrat le prévoit, ou si un juge le décide.',
};
