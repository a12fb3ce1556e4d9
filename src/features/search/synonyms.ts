/**
 * Everyday names of a topic that neither its title nor its keywords hold, by topic id: what people type for it, not what
 * it should be called. A topic's own keywords (`content/topics/`) are the place for words of one topic; this list is for
 * abbreviations and forms that would look out of place there.
 */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  'channel-returns': ['dinghies', 'channel migrants', 'one in one out deal', 'people smuggling', 'channel boats'],
  'climate-and-energy': ['global heating', 'green energy', 'oil and gas', 'north sea', 'nuclear power', 'energy prices', 'fuel bills', 'carbon neutral', 'power stations'],
  defence: ['armed services', 'the bomb', 'nukes', 'military spending', 'rearmament', 'NATO'],
  democracy: ['PR voting', 'second chamber', 'upper house', 'votes for 16 year olds', 'suffrage'],
  europe: ['EU', 'European Union', 'common market', 'youth mobility', 'customs union', 'single market'],
  housing: ['house building', 'housebuilding', 'homebuilding', 'council homes', 'social homes', 'renting', 'renters', 'section 21', 'mortgages', 'property'],
  immigration: ['ECHR', 'Strasbourg court', 'migrant hotels', 'asylum', 'net migration', 'foreigners', 'work permits'],
  nhs: ['health service', 'healthcare', 'health care', 'hospitals', 'doctors', 'GPs', 'waiting lists', 'hospital queues', 'old age care'],
  'tax-and-spending': ['income tax', 'taxes', 'national insurance', 'VAT', 'deficit', 'public finances', 'austerity', 'tax the rich'],
  'water-and-rail': ['trains', 'railways', 'railway', 'northern powerhouse rail', 'water companies', 'water firms', 'pollution', 'public ownership'],
  welfare: ['benefits', 'PIP', 'disability', 'pensioners', 'winter fuel', 'two child benefit cap', 'universal credit', 'dole', 'social security'],
};
