import { drawStance, escape, frame } from './frame.mjs';

export default class {
  data() {
    return { pagination: { data: 'peer.quotes', size: 1, alias: 'quote' }, permalink: ({ quote }) => `quotes/${quote.id}/index.html` };
  }

  render({ quote, peer }) {
    const { id, title, description, text, speaker, role, party, topic, dimension, source, citations, same, times, all, others, data } = quote;
    const question = `/topics/${topic.id}/${dimension.id}/`;
    const list = (heading, items) => (items.length === 0 ? '' : `<section class="mt-10"><h2 class="rule-top">${heading}</h2><ul class="quote-links">${items.join('')}</ul></section>`);
    const cite = ({ id: format, label, file, text: words }) =>
      `<li>${file ? `<a href="${file}" download>${label}</a>` : `<details name="cite" open><summary>${label}</summary><pre id="cite-${format}" class="code">${escape(words)}</pre></details>`}</li>`;
    const main = `<div class="narrow mx-auto"><nav class="crumbs no-print" aria-label="Breadcrumbs"><ol class="links"><li><a href="/topics/${topic.id}/">${escape(topic.title)}</a></li><li><a href="${question}">${escape(dimension.title)}</a></li></ol></nav>
<article class="quote" data-party="${party.id}"><h1 class="unseen">${escape(speaker.name)} on ${escape(dimension.title)}</h1>
<p class="quote-who"><span><a href="/speakers/${speaker.id}/">${escape(speaker.name)}</a>, ${escape(role)}. <span class="swatch"></span> <a href="/parties/${party.id}/">${escape(party.name)}</a></span> <time datetime="${quote.date}">${quote.day}</time></p>
<blockquote cite="${escape(source.url)}"><p>“${escape(text)}”</p></blockquote><p class="proof">${escape(quote.proof)}</p>
<p class="actions no-print"><a class="button button-ink" href="${escape(quote.fragment)}" rel="external">See the words in the source</a><a class="button" href="#cite">Cite or embed</a></p>
<dl class="details"><dt>Asked</dt><dd><a href="${question}">${escape(dimension.question)}</a></dd><dt>These words say</dt><dd>${drawStance(quote)} <a href="/about/method/#stance">how we read this</a></dd><dt>Source</dt><dd><a href="${escape(source.url)}" rel="external">${escape(source.title)}</a>, ${escape(source.publisher)}</dd><dt>Published</dt><dd>${source.published}. <a href="/sources/${source.id}/">About this source</a></dd><dt>Spoke as</dt><dd>${escape(role)}, ${quote.capacity}</dd><dt>Licence of the words</dt><dd>${quote.licence}</dd></dl>
<section class="mt-10" aria-labelledby="cite"><h2 id="cite" class="rule-top">Cite or embed</h2><copy-list><ul class="take">${citations.map(cite).join('')}<li><a href="/quotes/${id}/cite/#frame">Frame for a site</a><a class="button" href="/embed/quotes/${id}/">Preview</a></li></ul></copy-list></section><script type="module" src="/_astro/Cite.js"></script></article>
${list(
  'In the same statement',
  same.map((line) => `<li><blockquote><p>“${escape(line.text)}”</p></blockquote><a href="/quotes/${line.id}/">${escape(line.speaker)}, ${line.day}</a>${drawStance(line)}</li>`),
)}${list(
      `${escape(party.shortName)} at other times`,
      times.map((line) => `<li><a href="/quotes/${line.id}/">${escape(line.speaker)}, ${line.day}, ${escape(line.publisher)}</a>${drawStance(line)}</li>`),
    )}${all ? `<p class="mt-3"><a href="${question}">All ${all} quotes on this question</a></p>` : ''}${list(
      'Others on this question',
      others.map((other) => `<li data-party="${other.party.id}"><span class="swatch"></span> <a href="${question}#${dimension.id}-${other.party.id}">${escape(other.party.name)}</a> ${drawStance(other)}</li>`),
    )}
<p class="small soft mt-10 no-print">Is something wrong here? <a href="https://github.com/on-record/on-record/issues/new?template=correction.yml&amp;page=https://on-record.example/quotes/${id}/" rel="external">Ask for a correction</a> or <a href="mailto:corrections@on-record.example?subject=${id}">write to us</a>, with a link to the source.</p></div>`;
    const head = `<link rel="alternate" type="application/json+oembed" href="https://on-record.example/data/v1/quotes/${id}.json"><script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
    return frame({ title, description, url: `/quotes/${id}/`, head, main }, peer.frames.quotes);
  }
}
