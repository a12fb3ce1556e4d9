import { dataUrl } from './data.ts';

/** A few lines of code that use the data and run as they stand. */
export interface DataExample {
  id: 'curl' | 'python' | 'r' | 'javascript';
  label: string;
  /** What it does and needs. */
  about: string;
  code: string;
}

/** One example a language, with the addresses of this site. */
export function dataExamples(): DataExample[] {
  const json = dataUrl('quotes.json');
  const csv = dataUrl('quotes.csv');
  return [
    { id: 'curl', label: 'curl', about: 'Saves the quotes as a file for a spreadsheet.', code: `curl --fail --silent --show-error --remote-name ${csv}` },
    {
      id: 'python',
      label: 'Python',
      about: 'Counts the quotes of each party. Needs Python 3 and no package.',
      code: `import json
from collections import Counter
from urllib.request import urlopen

url = "${json}"
with urlopen(url) as response:
    quotes = json.load(response)

counts = Counter(quote["party"] for quote in quotes)
for party, count in sorted(counts.items()):
    print(party, count)`,
    },
    {
      id: 'r',
      label: 'R',
      about: 'Counts the quotes of each party by what they say on the question. Needs R and no package.',
      code: `url <- "${csv}"
quotes <- read.csv(url, fileEncoding = "UTF-8-BOM")
print(table(quotes$party, quotes$stance))`,
    },
    {
      id: 'javascript',
      label: 'JavaScript',
      about: 'The newest quote of all. Runs in a browser’s console and in Node as a module.',
      code: `const url = '${json}';
const quotes = await (await fetch(url)).json();
const [newest] = quotes.sort((a, b) => b.date.localeCompare(a.date));
console.log(newest.date, newest.speaker_name, newest.text, newest.url);`,
    },
  ];
}
