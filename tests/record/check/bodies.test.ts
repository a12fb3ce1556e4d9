import { expect, test } from 'vitest';
import { needsModule } from '../../../src/record/check/bodies.ts';

test.each([
  ['with a tag', 'A <b>word</b>.'],
  ['with an expression', 'A {word}.'],
  ['with an import', 'import x from "y";\n\nWords.'],
  ['with attributes of a heading that are no address', '## Gaps {onclick=alert(1)}'],
  ['with an address that is not at a heading', 'A gap {#gaps}'],
  ['with an expression behind the address', '## Gaps {#gaps} {word}'],
])('a body %s is made into a module', (_, body) => expect(needsModule(body)).toBe(true));

test.each([
  ['of plain words', '## Gaps\n\nA [link](/about/), 3 < 4 and *more*.'],
  ['with the address of a heading', 'Words.\n\n## Gaps {#gaps}\n\nWords.'],
])('a body %s stays Markdown', (_, body) => expect(needsModule(body)).toBe(false));
