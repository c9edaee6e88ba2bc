/** Words by the place they take in a sentence; an underscore stands for a space. */
const list = (words: string): readonly string[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

/** Persons, in the plural. */
export const people = list(`
  magistrates merchants printers bargemen surveyors weavers notaries clerks aldermen carpenters
  pilots brewers widows apprentices scholars engineers landlords tenants millers ambassadors
  commissioners treasurers bookbinders typefounders compositors fishermen shipwrights dyers
  innkeepers parishioners burghers pensioners councillors auditors chroniclers cartographers
  toll_collectors lock-keepers dyke_masters customs_officers papermakers paymasters prebendaries
  petitioners creditors lawyers physicians schoolmasters translators engravers ropemakers coopers
`);

/** Persons and bodies, in the singular. */
export const actors = list(`
  council chapter guild magistracy treasury admiralty university parish governor chancellor
  bishop regent secretary syndic envoy steward bailiff assembly commission consulate tribunal
  archivist geographer financier abbess burgomaster stadtholder accountant correspondent
  shareholder superintendent water_board chamber_of_commerce orphanage hospital brotherhood
`);

/** Things that can be read, kept or built, in the singular. */
export const things = list(`
  ledger charter register inventory petition map survey contract receipt letter catalogue sermon
  almanac pamphlet ordinance statute treaty tariff mortgage testament warehouse lock harbour canal
  bridge quay mill workshop press foundry sluice embankment tollhouse customs_house market
  granary archive cellar tower archway inn ferry barge printing_house account_book logbook seal
  subscription deed memorandum protocol indenture broadsheet prospectus manuscript engraving
`);

/** The same, in the plural. */
export const wares = list(`
  ledgers charters registers petitions maps contracts letters catalogues pamphlets ordinances
  tariffs mortgages warehouses locks canals bridges quays mills workshops presses sluices barges
  account_books deeds receipts cargoes shipments barrels bales hides spices timbers bricks nails
  grain_prices interest_rates tolls excises freight_charges lotteries annuities loans dowries
  woodcuts type_specimens proof_sheets psalm_books dictionaries newspapers timetables inventories
`);

export const ideas = list(`
  neutrality credit reputation monopoly jurisdiction obligation sovereignty navigation
  administration prosperity competition inheritance maintenance precedence correspondence
  bankruptcy toleration censorship arbitration insurance apprenticeship literacy schooling
  speculation improvement reform custom trust patience prudence secrecy privilege rivalry
  habit memory scarcity taxation accountability representation transport communication knowledge
`);

export const matters = list(`
  question dispute settlement arrangement compromise decision proposal argument quarrel reform
  delay shortage surplus experiment inquiry scandal rumour reply judgment verdict refusal
  concession bargain precedent measure remedy estimate forecast reckoning explanation failure
  success misunderstanding negotiation investigation complaint crisis recovery improvement
`);

export const qualities = list(`
  old new small large early late quiet lasting modest costly careful cautious patient stubborn
  narrow broad local distant common public private civic royal foreign domestic annual seasonal
  medieval commercial municipal provincial financial maritime ecclesiastical agricultural
  administrative unprecedented extraordinary comprehensive indispensable long-standing
  well-informed half-forgotten short-lived reluctant deliberate ambitious practical theoretical
  conventional controversial respectable profitable vulnerable reliable remarkable considerable
  independent temporary permanent legitimate questionable unfinished neglected celebrated
  crowded silent uneven ordinary elaborate generous severe plain sober learned industrious
`);

/** Verbs of persons that take a thing: base, past, participle where they differ. */
const verbTable = `
  examine copy keep/kept/kept store publish read/read/read sign count revise compare print/printed
  inspect borrow describe remember ignore mention translate collect divide defend sell/sold/sold
  buy/bought/bought lose/lost/lost find/found/found repair/repaired praise question
  record/recorded approve reject/rejected postpone administer/administered inherit/inherited
  supervise reorganise catalogue register/registered criticise recognise transfer/transferred
  conceal/concealed demolish rebuild/rebuilt/rebuilt lease pawn/pawned exchange measure dispute
  circulate withhold/withheld/withheld distribute illustrate number/numbered authenticate
  finance insure bequeath/bequeathed dismantle enlarge abandon/abandoned restore consult/consulted
`;

export interface Verb {
  base: string;
  past: string;
  participle: string;
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

export const verbs: readonly Verb[] = list(verbTable).map((entry) => {
  const [base = '', past = regularPast(base), participle = past] = entry.split('/');
  return { base, past, participle };
});

export const reports = list(`
  argued believed noted insisted conceded suspected admitted explained maintained suggested
  reported assumed complained feared hoped discovered repeated doubted calculated understood
`);

export const effects = list(`
  strengthened weakened shaped delayed encouraged undermined preceded outlived explained reflected
  disturbed complicated favoured rewarded discouraged transformed accompanied survived accelerated
  justified obscured revealed postponed simplified determined anticipated exhausted
`);

export const manners = list(`
  slowly quickly rarely often quietly openly usually gradually reluctantly carefully annually
  occasionally repeatedly eventually separately simultaneously deliberately systematically
  scrupulously inadvertently grudgingly promptly secretly jointly patiently thoroughly
`);

export const openings = list(`
  In_practice At_first By_then For_a_time In_the_end As_a_rule Even_so By_contrast Meanwhile
  Nevertheless Consequently Unsurprisingly Occasionally In_the_meantime On_paper
  More_often_than_not At_the_same_time In_other_words To_be_sure From_the_outset All_the_same
  In_this_respect At_any_rate A_generation_later Seen_from_the_river Two_years_earlier
`);

export const joiners = list('and but so yet while whereas although because even_though since');

export const places = list(`
  Aldermouth Brackwater Castelmare Dornhaven Eskerdam Fonteverde Grauburg Hallenport Isenbrück
  Jorvik_Sound Kestrelmark Lindesund Montechiaro Nieuwersluis Oldenzijl Pontremoso Quaisnes
  Ravensmouth Sankt_Veit Torrevecchia Ulvsund Vallombra Westerkappel Ystervik Zandvoorde
  Saint-Aubin-sur-Loise Château-Vieux Großenried Smørholt Łęgowo Třebín
`);

export const regions = list(`
  the_lower_river the_upper_valley the_northern_provinces the_estuary the_islands the_free_cities
  the_coast the_marshes the_hill_country the_old_town the_southern_ports the_eastern_dykes
  the_Republic the_bishopric the_borderlands the_new_suburbs the_inland_lakes the_peat_district
`);

/** Words and phrases of other languages, with the language they are in. */
export const foreignPhrases = list(`
  ad_valorem octroi laissez-passer podestà Zollverein échevins Gewerbeordnung cahier_de_doléances
  stadsrekening polder ius_commune modus_vivendi fait_accompli portolano Landstände raison_d'être
  cittadinanza entrepôt Kontor de_facto waterschap corvée contado Bürgerrecht
`);

export const surnames = list(`
  Albrecht Ashdown Bellandi Benedetti Björnsson Brandsma Cavallari Čermák Collingwood Deschamps
  Dragomir Eckhardt Esposito Fairweather Fontaine García_Robles Grünewald Haverkamp Hølund Iversen
  Jankowska Kariuki Kowalczyk Lachapelle Lindqvist MacAllister Marchetti Mürner Nakagawa
  Novotná O'Donovan Oyelaran Pádraigín Pereira Quarles Rasmussen Rivière Sandoval Šimunić
  Thorvaldsen Tiepolo Underhill van_den_Berg Vasilescu von_Rautenfeld Wetherby Winterbourne
  Ximénez Yıldırım Zellweger Żuławska Abernathy Bassermann Caruana Delacroix Engström Ferrante
  Goldfinch Hargreave Ibáñez Jørgensen Kettering Lombardi Mastrangelo Nightingale Ostrowski
`);

export const givenNames = list(`
  Agnes Albert Beatrice Bruno Camille Carl Daniela David Eleonora Emil Fatima Félix Greta Gustav
  Hanna Henrik Inês Isaac Jana João Katarina Konrad Lucia Łukasz Marie-Claire Matteo Nadia Niels
  Odile Oskar Paula Pietro Rosa Ruben Sigrid Søren Teresa Tomáš Ursula Viktor Wanda Yusuf Zoë
`);
