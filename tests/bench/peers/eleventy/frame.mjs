const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text ?? '').replace(/[&<>"]/gu, (character) => entities[character]);

const glyph = (stance) => `<svg class="glyph" aria-hidden="true"><use href="#s-${stance}"></use></svg>`;

/** A stance as shape and word. */
function drawStance({ stance, word }) {
  return `<span class="stance">${glyph(stance)}<span>${word}</span></span>`;
}

/** A whole page around its main part; what stands around it is taken from a page of ours. */
function frame({ title, description, url, head, main }, { style, before, after }) {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; media-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'self'; style-src 'self' 'sha256-'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} | On Record</title>
<meta name="description" content="${escape(description)}"><link rel="canonical" href="https://on-record.example${url}">
<meta property="og:title" content="${escape(title)}"><meta property="og:description" content="${escape(description)}"><meta property="og:url" content="https://on-record.example${url}"><meta property="og:site_name" content="On Record">
<link rel="alternate" type="application/atom+xml" title="On Record: latest quotes" href="/feeds/latest.xml"><link rel="icon" href="/favicon.svg"><link rel="preload" href="/_astro/fonts/one.woff2" as="font" type="font/woff2" crossorigin><link rel="preload" href="/_astro/fonts/two.woff2" as="font" type="font/woff2" crossorigin>
${head}<style>${style}</style></head><body>${before}<main id="main" class="wrap" tabindex="-1">${main}</main>${after}</body></html>`;
}

export { drawStance, escape, frame, glyph };
