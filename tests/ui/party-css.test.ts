import { transform } from 'lightningcss';
import { expect, test } from 'vitest';
import { partyCss } from '../../src/ui/party-css.ts';

test.each(['labour', '5-star', '2030'])('the colours and the chooser of all parties hold when one is named %s', (id) => {
  const party = { id, name: 'A', shortName: 'A', abbreviation: 'A', colour: { light: '#112233', dark: '#ddeeff' } };
  const css = partyCss([party, { ...party, id: 'other', colour: { light: '#332211', dark: '#ffeedd' } }], true);
  const read = transform({ filename: 'party.css', code: new TextEncoder().encode(css), minify: false }).code.toString();
  expect(read.split('--party:')).toHaveLength(5);
  expect(read).toContain(':has(#show-other:not(:checked))');
});
