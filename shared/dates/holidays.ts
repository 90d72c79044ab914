import { addDays, compareDays, type Day, day } from './day.ts';
import { easterSunday } from './easter.ts';

/** Where the sender works: the holidays differ in Alsace-Moselle and overseas. */
export type HolidayCalendar =
  | 'metropole'
  | 'alsace-moselle'
  | 'guadeloupe'
  | 'martinique'
  | 'guyane'
  | 'reunion'
  | 'mayotte';

/** French names of the calendars, in the order of a choice list. */
export const holidayCalendarNames: Readonly<Record<HolidayCalendar, string>> = {
  metropole: 'France métropolitaine',
  'alsace-moselle': 'Alsace et Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
};

export interface Holiday {
  readonly on: Day;
  /** French name. */
  readonly name: string;
}

/** Days of the abolition of slavery (C. trav. L3422-2), month and day. */
const abolitionDays: Partial<Readonly<Record<HolidayCalendar, string>>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  guyane: '06-10',
  reunion: '12-20',
};

const computeHolidays = (year: number, calendar: HolidayCalendar): readonly Holiday[] => {
  const easter = easterSunday(year);
  const fixed = (monthAndDay: string, name: string): Holiday => ({ on: day(`${year}-${monthAndDay}`), name });
  const moving = (daysAfterEaster: number, name: string): Holiday => ({
    on: addDays(easter, daysAfterEaster),
    name,
  });
  const local: Holiday[] = [];
  if (calendar === 'alsace-moselle')
    local.push(moving(-2, 'Vendredi saint'), fixed('12-26', 'Saint-Étienne'));
  const abolition = abolitionDays[calendar];
  if (abolition) local.push(fixed(abolition, 'Abolition de l’esclavage'));
  return [
    fixed('01-01', 'Jour de l’An'),
    moving(1, 'Lundi de Pâques'),
    fixed('05-01', 'Fête du Travail'),
    fixed('05-08', 'Victoire 1945'),
    moving(39, 'Ascension'),
    moving(50, 'Lundi de Pentecôte'),
    fixed('07-14', 'Fête nationale'),
    fixed('08-15', 'Assomption'),
    fixed('11-01', 'Toussaint'),
    fixed('11-11', 'Armistice 1918'),
    fixed('12-25', 'Noël'),
    ...local,
  ].sort((a, b) => compareDays(a.on, b.on));
};

/** Computed once a year and calendar: the planner asks for the same few years 100,000 times. */
const computed = new Map<string, ReadonlyMap<Day, Holiday>>();

const holidaysByDay = (year: number, calendar: HolidayCalendar): ReadonlyMap<Day, Holiday> => {
  const key = `${calendar} ${year}`;
  const known = computed.get(key);
  if (known) return known;
  const table = new Map(computeHolidays(year, calendar).map((holiday) => [holiday.on, holiday]));
  computed.set(key, table);
  return table;
};

/**
 * Public holidays of a year (1900 to 2199), in order (C. trav. L3133-1; Alsace-Moselle: L3134-13, where
 * Good Friday is a holiday in the communes with a Protestant temple or a mixed church; overseas: L3422-2).
 * Two that fall on one day (8 May 2008: Ascension) count once, the second named.
 */
export const holidays = (year: number, calendar: HolidayCalendar): readonly Holiday[] => [
  ...holidaysByDay(year, calendar).values(),
];

/** French name of the holiday on that day, or undefined. */
export const holidayName = (on: string, calendar: HolidayCalendar): string | undefined =>
  holidaysByDay(Number(on.slice(0, 4)), calendar).get(day(on))?.name;

/** True when the day is a public holiday there. */
export const isHoliday = (on: string, calendar: HolidayCalendar): boolean =>
  holidayName(on, calendar) !== undefined;
