/** A word and what it means, in plain words. */
export interface WordMeaning {
  word: string;
  meaning: string;
}

/** Hard words of the quotes. The stem finds every form of the word; the meanings are ours and take no side. */
const HARD_WORDS: readonly (readonly [word: string, stem: RegExp, meaning: string])[] = [
  ['Abolish', /\babolish/iu, 'To end a rule or a body for good.'],
  ['Accelerate', /\baccelerat/iu, 'To make a thing go faster.'],
  ['Agnostic', /\bagnostic/iu, 'Not set on one way of doing a thing.'],
  ['Alleviate', /\balleviat/iu, 'To make a hard thing easier to bear.'],
  ['Arbitrary', /\barbitrar/iu, 'Set without a clear reason.'],
  ['Aspiration', /\baspiration/iu, 'A hope or an aim.'],
  ['Bill', /\bBill\b/u, 'A plan for a new law that Parliament has not passed yet.'],
  ['Campaign', /\bcampaign/iu, 'To work for a change, or to win votes.'],
  ['Capital', /\bcapital\b/iu, 'Money or things of worth that a person or a firm owns.'],
  ['Carbon', /\bcarbon\b/iu, 'Here: gases from burning fuel that warm the planet.'],
  ['Coalition', /\bcoalition/iu, 'Two or more parties that govern together.'],
  ['Commission', /\bcommission/iu, 'A group that is asked to look into a matter.'],
  ['Consensus', /\bconsensus/iu, 'When most people agree.'],
  ['Consequence', /\bconsequence/iu, 'What follows from an act.'],
  ['Constituent', /\bconstituent/iu, 'A person who lives in the area of an MP.'],
  ['Constitution', /\bconstitution/iu, 'The main rules of a country or a body.'],
  ['Convention', /\bconvention/iu, 'Here: a deal on rules that many countries signed.'],
  ['Credible', /\bcredib/iu, 'That people can believe.'],
  ['Crony', /\bcron(?:y|ies)/iu, 'A friend who is given a job or help. It is a word of blame.'],
  ['Cross-party', /\bcross-party/iu, 'With people from more than one party.'],
  ['Deport', /\bdeport/iu, 'To send a person out of a country.'],
  ['Deter', /\bdeter(?:s|red|ring|rent|rence)?\b/iu, 'To put people off doing a thing.'],
  ['Discriminate', /\bdiscriminat/iu, 'To treat people worse because of who they are.'],
  ['Dismantle', /\bdismantl/iu, 'To take apart.'],
  ['Donation', /\bdonation/iu, 'Money given to help a cause or a party.'],
  ['Early-day motion', /\bearly-day/iu, 'A short statement that MPs can sign. It is rarely debated.'],
  ['Economy', /\beconom/iu, 'All the work, buying and selling in a country.'],
  ['Efficient', /\befficien/iu, 'With little waste of time, money or power.'],
  ['Eligible', /\beligib/iu, 'Allowed by the rules to have or do a thing.'],
  ['Emissions', /\bemission/iu, 'Gases that are let out into the air.'],
  ['Enforce', /\benforc/iu, 'To make sure that a rule is kept.'],
  ['Eviction', /\bevict/iu, 'When a person is made to leave a home.'],
  ['Expenditure', /\bexpenditure/iu, 'Money that is spent.'],
  ['Exploit', /\bexploit/iu, 'To make use of; often in a way that is not fair.'],
  ['Extraction', /\bextract/iu, 'Taking a thing out, such as oil from the ground.'],
  ['Fundamental', /\bfundamental/iu, 'Basic and most important.'],
  ['Government', /\bgovernment/iu, 'The ministers who run the country.'],
  ['Hereditary', /\bhereditary/iu, 'Passed on in a family.'],
  ['Ideological', /\bideolog/iu, 'Based on a set of beliefs about how to run a country.'],
  ['Immoral', /\bimmoral/iu, 'Wrong, in the view of the person who speaks.'],
  ['Impetus', /\bimpetus/iu, 'A push that gets a thing moving.'],
  ['Implement', /\bimplement/iu, 'To put a plan into action.'],
  ['Incentive', /\bincentiv/iu, 'A thing that makes people want to act in some way.'],
  ['Indefensible', /\bindefensib/iu, 'That cannot be shown to be right, in the view of the person who speaks.'],
  ['Inequality', /\binequalit/iu, 'When some people have much more than others.'],
  ['Inheritance', /\binherit/iu, 'What is passed on when a person dies.'],
  ['Injustice', /\binjustice/iu, 'A thing that is not fair, in the view of the person who speaks.'],
  ['Insulation', /\binsulat/iu, 'What keeps heat inside a home.'],
  ['Invest', /\binvest/iu, 'To spend money now in the hope of more or better later.'],
  ['Legislation', /\blegislat/iu, 'Laws, or the making of laws.'],
  ['Legitimacy', /\blegitima/iu, 'The right to hold power or to make rules.'],
  ['Levy', /\blev(?:y|ies)\b/iu, 'A kind of tax.'],
  ['Loophole', /\bloophole/iu, 'A gap in a rule that lets people get round it.'],
  ['Mandate', /\bmandate/iu, 'The right to act that comes from winning a vote.'],
  ['Manifesto', /\bmanifesto/iu, 'A list of what a party says it will do if it wins.'],
  ['Means-tested', /\bmeans[- ]test/iu, 'Only for people whose money is below a set amount.'],
  ['Minister', /\bminister/iu, 'A person who runs a part of the government.'],
  ['Modernise', /\bmoderni[sz]/iu, 'To bring up to date.'],
  ['Monopoly', /\bmonopol/iu, 'When one firm is the only one to sell a thing.'],
  ['Negotiate', /\bnegotiat/iu, 'To talk until a deal is made.'],
  ['Obligation', /\bobligation/iu, 'A thing that a person or a country must do.'],
  ['Pensioner', /\bpensioner/iu, 'An older person who gets a pension.'],
  ['Policy', /\bpolic(?:y|ies)\b/iu, 'What a party or a government plans to do.'],
  ['Pragmatic', /\bpragmatic/iu, 'Looking at what works.'],
  ['Prioritise', /\bpriorit/iu, 'To put one thing ahead of others.'],
  ['Process (an application)', /\bprocess(?:ed|ing)\b/iu, 'To deal with, step by step.'],
  ['Prohibition', /\bprohibit/iu, 'A ban.'],
  ['Referral', /\breferral/iu, 'When a doctor sends a person on to another service.'],
  ['Regulator', /\bregulat/iu, 'A body that makes sure that firms keep the rules.'],
  ['Renewable', /\brenewable/iu, 'That does not run out, such as wind or sun.'],
  ['Revenue', /\brevenue/iu, 'Money that comes in, such as from tax.'],
  ['Rhetoric', /\brhetoric/iu, 'Words chosen to win people over.'],
  ['Sanction', /\bsanction/iu, 'A penalty for breaking a rule.'],
  ['Scrap', /\bscrap(?:s|ped|ping)?\b/iu, 'To end a plan or a rule.'],
  ['Subsidy', /\bsubsid/iu, 'Money from the state to bring a price down.'],
  ['Sustainable', /\bsustainab/iu, 'That can go on for a long time.'],
  ['Tariff', /\btariff/iu, 'A tax on goods from other countries.'],
  ['Threshold', /\bthreshold/iu, 'The point at which a rule starts to count.'],
  ['Trafficking', /\btraffick/iu, 'Moving people or goods against the law.'],
  ['Transition', /\btransition/iu, 'A change from one way to another.'],
  ['Transparent', /\btransparen/iu, 'Open, so that all can see what is done.'],
  ['Treasury', /\btreasury/iu, 'The part of government that looks after money.'],
  ['Undermine', /\bundermin/iu, 'To make weaker bit by bit.'],
  ['Unilateral', /\bunilateral/iu, 'Done by one side alone.'],
  ['Universal', /\buniversal\b(?! credit)/iu, 'For all.'],
  ['Viable', /\bviab/iu, 'That can work.'],
];

/**
 * The hard words that some texts hold, each with its meaning, A to Z.
 * @param texts quotes
 * @param known terms that are explained elsewhere; a hard word that begins one of them is left out
 */
export function hardWords(texts: readonly string[], known: readonly string[] = []): WordMeaning[] {
  const terms = known.map((term) => term.toLowerCase());
  return HARD_WORDS.filter(([word, stem]) => texts.some((text) => stem.test(text)) && !terms.some((term) => term.startsWith(word.toLowerCase()))).map(([word, , meaning]) => ({ word, meaning }));
}

/** Every meaning that can be shown, for tests of our own words. */
export function allHardWords(): WordMeaning[] {
  return HARD_WORDS.map(([word, , meaning]) => ({ word, meaning }));
}
