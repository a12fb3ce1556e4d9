import { date, escape, frame } from './frame.mjs';

export default class {
  data() {
    return { pagination: { data: 'peer.topics', size: 1, alias: 'topic' }, permalink: ({ topic }) => `topics/${topic.id}/index.html` };
  }

  render({ topic, peer }) {
    const said = ({ id, text, speaker, role, source, date: day }) =>
      `<blockquote cite="${escape(source.url)}"><p>${escape(text)}</p></blockquote><p class="who"><a href="/speakers/${speaker.id}/">${escape(speaker.name)}</a>, ${escape(role)}, <a href="/quotes/${id}/"><time datetime="${day}">${date(day)}</time></a>. <a href="${escape(source.url)}" rel="external">${escape(source.title)}</a>, ${escape(source.publisher)}</p>`;
    const rows = topic.dimensions.map(({ id, title, positions }) => `<tr><th><a href="#${id}">${escape(title)}</a></th>${positions.map(({ stance }) => `<td>${stance}</td>`).join('')}</tr>`).join('');
    const sections = topic.dimensions
      .map(
        ({ id, title, question, positions }) =>
          `<section aria-labelledby="${id}"><h2 id="${id}"><a href="/topics/${topic.id}/${id}/">${escape(title)}</a></h2><p>${escape(question)}</p>${positions.map(({ party, stance, summary, quotes }) => `<article data-party="${party.id}" id="${id}-${party.id}"><h3><span class="swatch"></span> <a href="/parties/${party.id}/">${escape(party.name)}</a> <span class="stance">${stance}</span></h3><p>${escape(summary)}</p>${quotes.map(said).join('')}</article>`).join('')}</section>`,
      )
      .join('');
    const main = `<h1>${escape(topic.title)}</h1><p class="lead">${escape(topic.summary)}</p><table><thead><tr><th>Question</th>${peer.parties.map(({ name }) => `<th>${escape(name)}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table>${sections}`;
    return frame({ title: topic.title, description: topic.summary, url: `/topics/${topic.id}/`, main }, peer);
  }
}
