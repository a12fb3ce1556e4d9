import { drawStance, escape, frame, glyph } from './frame.mjs';

const STANCES = { supports: 'Supports', opposes: 'Opposes', mixed: 'Mixed', unclear: 'Unclear', none: 'No statement' };

export default class {
  data() {
    return { pagination: { data: 'peer.topics', size: 1, alias: 'topic' }, permalink: ({ topic }) => `topics/${topic.id}/index.html` };
  }

  render({ topic, peer }) {
    const { id: topicId, title: name, description, facts, parties, dimensions, background } = topic;
    const said = ({ id, texts, speaker, role, day, url, publisher, proof }) =>
      `<div class="said">${texts.map((text) => `<blockquote><p>“${escape(text)}”</p></blockquote>`).join('')}<p class="by"><a href="/speakers/${speaker.id}/">${escape(speaker.name)}</a>, ${escape(role)}, <a href="/quotes/${id}/">${day}</a>. <a href="${escape(url)}" rel="external">${escape(publisher)}</a></p><p class="known">${escape(proof)}</p></div>`;
    const row = ({ id, title, shortTitle, positions }) =>
      `<tr><th scope="row"><a href="#${id}"><span class="long">${escape(title)}</span><span class="short">${escape(shortTitle)}</span></a></th>${positions.map(({ party, stance, word }) => `<td class="by-party" data-party="${party.id}"><a class="cell" href="#${id}-${party.id}">${glyph(stance)}<span class="cell-word">${word}</span></a></td>`).join('')}</tr>`;
    const section = ({ id, title, question, positions }) => {
      const card = (position) =>
        `<article class="card by-party" id="${id}-${position.party.id}" data-party="${position.party.id}"><div class="card-head"><h3><a href="/parties/${position.party.id}/">${escape(position.party.shortName)}</a></h3>${drawStance(position)}</div><p class="card-summary">${escape(position.summary)}</p>${position.newest.map(said).join('')}${position.leftOut ? `<p class="card-more"><a href="/topics/${topicId}/${id}/">${position.leftOut}</a></p>` : ''}</article>`;
      return `<section class="dimension" id="${id}" data-stances="${positions.map(({ party, stance }) => `${party.id}:${stance}`).join(' ')}" aria-labelledby="${id}-title"><div class="dimension-head"><h2 id="${id}-title"><a href="/topics/${topicId}/${id}/">${escape(title)}</a></h2><p class="question">${escape(question)}</p></div><ul class="tabs no-print" aria-label="Go to a party">${positions.map(({ party }) => `<li class="by-party" data-party="${party.id}"><a href="#${id}-${party.id}"><abbr title="${escape(party.name)}">${party.abbreviation}</abbr></a></li>`).join('')}</ul><div class="columns" tabindex="0" role="group" aria-label="${escape(title)}: the parties side by side">${positions.map(card).join('')}</div></section>`;
    };
    const main = `<nav class="crumbs no-print" aria-label="Breadcrumbs"><ol class="links"><li><a href="/topics/">Topics</a></li></ol></nav><h1>${escape(name)}</h1><p class="lead mt-3">${escape(description)}</p><ul class="facts">${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>
<table class="glance"><caption class="unseen">${escape(name)}: what each party says, at a glance</caption><thead><tr><th scope="col">At a glance</th>${parties.map((party) => `<th scope="col" class="by-party" data-party="${party.id}"><span class="long">${escape(party.shortName)}</span><abbr class="short" title="${escape(party.name)}">${party.abbreviation}</abbr></th>`).join('')}</tr></thead><tbody>${dimensions.map(row).join('')}</tbody></table>
<div class="key"><ul>${Object.entries(STANCES)
      .map(([stance, word]) => `<li class="stance">${glyph(stance)}<span>${word}</span></li>`)
      .join('')}</ul><p><a href="/about/method/#stance">How we read this</a></p></div>
<party-bar class="bar no-print"><fieldset><legend>Show</legend>${parties.map(({ id, shortName, abbreviation }) => `<label class="chip" data-party="${id}"><input type="checkbox" id="show-${id}" value="${id}" checked><span class="swatch"></span><span class="chip-long">${escape(shortName)}</span><span class="chip-short" aria-hidden="true">${abbreviation}</span></label>`).join('')}</fieldset><div class="bar-options"><a class="button" href="/blind/${topicId}/">Read it blind</a><print-button><button type="button" class="button">Print</button></print-button></div></party-bar><script type="module" src="/_astro/PartyBar.js"></script>
${dimensions.map(section).join('')}<section class="block prose" aria-labelledby="background-title"><h2 id="background-title">Background</h2><p>${escape(background)}</p></section>`;
    const head = `<link rel="alternate" type="application/atom+xml" title="${escape(name)}: latest quotes" href="/feeds/${topicId}.xml">`;
    return frame({ title: name, description, url: `/topics/${topicId}/`, head, main }, peer.frames.topics);
  }
}
