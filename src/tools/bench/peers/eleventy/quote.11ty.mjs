import { date, escape, frame } from './frame.mjs';

export default class {
  data() {
    return { pagination: { data: 'peer.quotes', size: 1, alias: 'quote' }, permalink: ({ quote }) => `quotes/${quote.id}/index.html` };
  }

  render({ quote, peer }) {
    const { id, text, speaker, role, party, topic, dimension, source, stance, others } = quote;
    const question = `/topics/${topic.id}/${dimension.id}/`;
    const cite = `${speaker.name} (${quote.date.slice(0, 4)}) ‘${source.title}’, ${source.publisher}, ${date(quote.date)}. Available at: ${source.url}`;
    const data = {
      '@context': 'https://schema.org',
      '@type': 'Quotation',
      text,
      dateCreated: quote.date,
      creator: { '@type': 'Person', name: speaker.name, jobTitle: role },
      about: dimension.question,
      isBasedOn: { '@type': 'Report', name: source.title, url: source.url, datePublished: source.published },
    };
    const main = `<nav aria-label="Breadcrumbs" class="crumbs"><ol><li><a href="/topics/${topic.id}/">${escape(topic.title)}</a></li><li><a href="${question}">${escape(dimension.title)}</a></li></ol></nav>
<article class="quote" data-party="${party.id}"><h1 class="unseen">${escape(speaker.name)} on ${escape(dimension.title)}</h1>
<p class="quote-who"><span><a href="/speakers/${speaker.id}/">${escape(speaker.name)}</a>, ${escape(role)}. <span class="swatch"></span> <a href="/parties/${party.id}/">${escape(party.name)}</a></span> <time datetime="${quote.date}">${date(quote.date)}</time></p>
<blockquote cite="${escape(source.url)}"><p>${escape(text)}</p></blockquote><p class="proof">Word for word in the source</p>
<p class="actions no-print"><a class="button button-ink" href="${escape(source.url)}" rel="external">See the words in the source</a><a class="button" href="#cite">Cite</a></p>
<dl class="details"><dt>Asked</dt><dd><a href="${question}">${escape(dimension.question)}</a></dd><dt>These words say</dt><dd><span class="stance">${stance}</span></dd><dt>Source</dt><dd><a href="${escape(source.url)}" rel="external">${escape(source.title)}</a>, ${escape(source.publisher)}</dd><dt>Said</dt><dd>${date(quote.date)}</dd><dt>Published</dt><dd>${date(source.published)}</dd><dt>Spoke as</dt><dd>${escape(role)}</dd></dl>
<section aria-labelledby="cite"><h2 id="cite">Cite this quote</h2>${['Plain text', 'HTML', 'Markdown', 'Harvard'].map((label) => `<details name="cite"><summary>${label}</summary><pre>${escape(cite)}</pre></details>`).join('')}</section></article>
<section aria-labelledby="others"><h2 id="others">What others said</h2><ul class="others">${others.map((other) => `<li data-party="${other.party.id}"><p><span class="swatch"></span> <a href="/parties/${other.party.id}/">${escape(other.party.name)}</a> <span class="stance">${other.stance}</span></p><p class="soft small">${escape(other.summary)}</p></li>`).join('')}</ul></section>
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
    return frame({ title: `${speaker.name} on ${dimension.title}`, description: `“${text}” ${speaker.name}, ${role}`, url: `/quotes/${id}/`, main }, peer);
  }
}
