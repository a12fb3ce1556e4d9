const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text ?? '').replace(/[&<>"]/gu, (character) => entities[character]);

const SYMBOLS = {
  supports: '<circle cx="10" cy="10" r="8.2" fill="currentColor"></circle><path d="M5.5 10.4l3 3 6-6.6" stroke="var(--card)"></path>',
  opposes: '<circle cx="10" cy="10" r="8.2"></circle><path d="M6.6 6.6l6.8 6.8m0-6.8l-6.8 6.8"></path>',
  mixed: '<circle cx="10" cy="10" r="8.2"></circle><path d="M5.5 10h9"></path>',
  unclear: '<circle cx="10" cy="10" r="8.2"></circle><path d="M7.4 8a2.6 2.4 0 1 1 3.7 2.2c-.8.4-1.1.8-1.1 1.7m0 1.4v1.7"></path>',
  none: '<circle cx="10" cy="10" r="8.2" stroke-dasharray="2.4 2.7"></circle>',
};

const LINKS = [
  ['/match/', 'Where do I stand?'],
  ['/blind/', 'Read it blind'],
  ['/check/', 'Check a quote'],
  ['/speakers/', 'Speakers'],
  ['/sources/', 'Sources'],
  ['/offline/', 'Keep for offline'],
  ['/agreement/', 'Agreement'],
  ['/coverage/', 'Coverage'],
  ['/about/', 'About'],
  ['/about/method/', 'Method'],
  ['/about/corrections/', 'Corrections'],
  ['/about/accessibility/', 'Accessibility'],
  ['/about/privacy/', 'Privacy'],
];

const glyph = (stance) => `<svg class="glyph" aria-hidden="true"><use href="#s-${stance}"></use></svg>`;

/** A stance as shape and word. */
function drawStance({ stance, word }) {
  return `<span class="stance">${glyph(stance)}<span>${word}</span></span>`;
}

/** A whole page around its main part. */
function frame({ title, description, url, head, stances, style, main }, { quotes, newest }) {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; media-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'self'; style-src 'self' 'sha256-'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} | On Record</title>
<meta name="description" content="${escape(description)}"><link rel="canonical" href="https://on-record.example${url}">
<meta property="og:title" content="${escape(title)}"><meta property="og:description" content="${escape(description)}"><meta property="og:url" content="https://on-record.example${url}"><meta property="og:site_name" content="On Record">
<link rel="alternate" type="application/atom+xml" title="On Record: latest quotes" href="/feeds/latest.xml"><link rel="icon" href="/favicon.svg"><link rel="preload" href="/_astro/fonts/one.woff2" as="font" type="font/woff2" crossorigin><link rel="preload" href="/_astro/fonts/two.woff2" as="font" type="font/woff2" crossorigin>
${head}<style>${style}</style></head><body><a class="button unseen" href="#main">Skip to the main content</a><svg class="sprite" aria-hidden="true">${stances.map((stance) => `<symbol id="s-${stance}" viewBox="0 0 20 20">${SYMBOLS[stance]}</symbol>`).join('')}</svg><header class="head no-print"><div class="wrap head-row"><a class="logo" href="/" aria-label="On Record">On <span class="logo-mark">“</span>Record<span class="logo-mark">”</span></a><nav aria-label="Main"><ul class="head-nav links"><li><a href="/topics/">Topics</a></li><li><a href="/parties/">Parties</a></li><li><a href="/compare/">Compare</a></li><li><a href="/class/">In class</a></li><li><a href="/data/">Data</a></li></ul></nav><form class="find" role="search" action="/search/" method="get"><label class="unseen" for="find">Search the quotes</label><input id="find" name="q" type="search" placeholder="Search"><button class="unseen">Search</button></form><script type="module" src="/_astro/SearchBox.js"></script></div></header><main id="main" class="wrap" tabindex="-1">${main}</main><footer class="foot"><div class="wrap"><p>${quotes} quotes, the newest of ${newest}. Parties stand in alphabetical order unless a reader shuffles them. On Record takes no side and belongs to no party.</p><ul class="links no-print">${LINKS.map(([href, label]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></div></footer></body></html>`;
}

export { drawStance, escape, frame, glyph };
