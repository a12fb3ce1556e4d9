import { describe, expect, test } from 'vitest';
import { namesInScripts, usedCss } from '../../src/site/used-css.ts';

const HTML = '<main class="wide dark"><p class="lead" data-party="a">x</p><a class="button">y</a></main>';
const used = (css: string, scripted: readonly string[] = []) => usedCss(css, HTML, new Set(scripted));

describe('a page keeps', () => {
  test.each([
    'p{margin:0}',
    '.lead{margin:0}',
    'main .lead>a.button{margin:0}',
    '*,::before{margin:0}',
    ':root{--ink:#000}',
    '[data-party=x]{--party:#000}',
    'p:not(.gone){margin:0}',
    'a:has(.gone :checked):not(:is(h6,.gone))::before{margin:0}',
    '@font-face{font-family:Gone;src:url(/x.woff2)}',
    '@page{margin:2cm}',
    '@keyframes gone{0%{margin:0}to{margin:1px}}',
    '@layer theme,base;p{margin:0}',
    '@media print{@layer base{p{margin:0}}}',
  ])('%s', (css) => expect(used(css)).toBe(css));
});

describe('a page leaves out', () => {
  test.each([
    ['.gone{margin:0}', ''],
    ['table{margin:0}p{margin:0}', 'p{margin:0}'],
    ['.lead .gone{margin:0}', ''],
    ['.gone,.lead,h6{margin:0}', '.lead{margin:0}'],
    [':is(.lead,.button) .gone{margin:0}', ''],
    ['@media print{.gone{margin:0}.lead{margin:0}}', '@media print{.lead{margin:0}}'],
    ['@layer base{@media print{.gone{margin:0}}}p{margin:0}', 'p{margin:0}'],
    // A name within another name is another name.
    ['.lea{margin:0}.lead-in{margin:0}', ''],
  ])('%s', (css, left) => expect(used(css)).toBe(left));
});

test('what scripts may add stays', () => {
  const scripted = namesInScripts(["item.className = 'gone two';", 'document.createElement(`mark`)', "// a comment about 'table' stays a comment"]);
  expect(used('.gone .two{margin:0}mark{margin:0}table{margin:0}', [...scripted])).toBe('.gone .two{margin:0}mark{margin:0}');
});

test('a style that does not end is an error', () => expect(() => used('p{margin:0')).toThrow(RangeError));
