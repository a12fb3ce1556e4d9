const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text ?? '').replace(/[&<>"]/gu, (character) => entities[character]);
const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const date = (day) => format.format(new Date(`${day}T00:00:00Z`));

/** A whole page around its main part. */
function frame({ title, description, url, main }, { css, parties, count }) {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} | On Record</title>
<meta name="description" content="${escape(description)}"><link rel="canonical" href="https://on-record.example${url}">
<meta property="og:title" content="${escape(title)}"><meta property="og:description" content="${escape(description)}"><meta property="og:type" content="website"><meta property="og:url" content="https://on-record.example${url}"><meta property="og:site_name" content="On Record">
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><style>${css}</style></head><body><a class="skip" href="#main">Skip to the main content</a><header class="wrap"><a href="/">On “Record”</a><nav aria-label="Main"><ul><li><a href="/topics/">Topics</a></li><li><a href="/parties/">Parties</a></li><li><a href="/compare/">Compare</a></li><li><a href="/search/">Search</a></li><li><a href="/class/">In class</a></li><li><a href="/about/">About</a></li></ul></nav></header>
<main id="main" class="wrap" tabindex="-1">${main}</main><footer class="wrap"><ul>${parties.map(({ id, name }) => `<li data-party="${id}"><span class="swatch"></span> <a href="/parties/${id}/">${escape(name)}</a></li>`).join('')}</ul><p>${count} quotes. <a href="/data/">Data</a> <a href="/about/method/">Method</a> <a href="/about/privacy/">Privacy</a> <a href="/about/accessibility/">Accessibility</a></p></footer></body></html>`;
}

export { date, escape, frame };
