import { expect, test } from 'vitest';
import { usedCss, withoutIdleScopes } from '../../src/site/used-css.ts';

const HTML = '<main class="wide dark"><p class="lead" data-party="a">x</p><a class="button" data-00>y</a></main>';
const used = (css: string) => usedCss(css, HTML).css;

test.each([
  'p{margin:0}',
  '.lead{margin:0}',
  'main .lead>a.button{margin:0}',
  '*,:before{margin:0}',
  ':root{--ink:#000}',
  '[data-party=x]{--party:#000}',
  'p:not(.gone){margin:0}',
  'a:has(.gone :checked):not(:is(h6,.gone)):before{margin:0}',
  '@font-face{font-family:Gone;src:url(/x.woff2)}',
  '@page{margin:2cm}',
  '@keyframes gone{0%{margin:0}to{margin:1px}}',
  '@media print{@layer base{p{margin:0}}}',
  '.button[data-00]{margin:0}',
  // What stands outside of a component's scope, its script may add.
  '.button[data-00] .gone{margin:0}',
])('a page keeps %s', (css) => expect(used(css)).toBe(css));

test.each([
  ['.gone{margin:0}', ''],
  ['table{margin:0}p{margin:0}', 'p{margin:0}'],
  ['.lead .gone{margin:0}', ''],
  ['.gone,.lead,h6{margin:0}', '.lead{margin:0}'],
  [':is(.lead,.button) .gone{margin:0}', ''],
  ['@media print{.gone{margin:0}.lead{margin:0}}', '@media print{.lead{margin:0}}'],
  ['@layer base{@media print{.gone{margin:0}}}p{margin:0}', '@layer base;p{margin:0}'],
  ['.button[data-01]{margin:0}', ''],
  ['.gone[data-00]{margin:0}', ''],
  // A name within another name is another name.
  ['.lea{margin:0}.lead-in{margin:0}', ''],
])('a page leaves out %s', (css, left) => expect(used(css)).toBe(left));

test('elements keep the name of their scope where a rule speaks of it', () => {
  const html = '<ul class="list" data-00><li class="one two" data-00>a</li><li data-00>b</li><my-list data-00="true">c</my-list><b data-01>d</b></ul>';
  const { scopes } = usedCss('.list[data-00] .two.one[data-00]{margin:0}my-list[data-00]{margin:0}', html);
  expect(withoutIdleScopes(html, scopes)).toBe('<ul class="list" data-00><li class="one two" data-00>a</li><li>b</li><my-list data-00>c</my-list><b>d</b></ul>');
  expect(withoutIdleScopes(html, usedCss('[data-00]+[data-00]{margin:0}', html).scopes)).toBe(html.replace('="true"', '').replace(' data-01', ''));
});
