import { launchBrowser } from './src/build/browser.ts';
import { startPreview } from './src/cli/preview-server.ts';
import axe from 'axe-core';
const server = await startPreview('.tmp/live', 4790);
const browser = await launchBrowser();
const ids = ['one-in-one-out', 'changed-words', 'where-they-agree'];
for (const id of ids) {
  for (const [width, scheme] of [[320, 'light'], [768, 'light'], [1440, 'light'], [768, 'dark']] as const) {
    const c = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const p = await c.newPage();
    await p.goto(`${server.url}articles/${id}/`, { waitUntil: 'networkidle' });
    await p.screenshot({ path: `.tmp/pics/${id}-${width}-${scheme}.png`, fullPage: true });
    console.log(id, width, scheme, await p.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight].join('x')));
    if (width === 320 || scheme === 'dark') { const c2 = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true }); const q = await c2.newPage(); await q.goto(`${server.url}articles/${id}/`); await q.addScriptTag({ content: axe.source }); const r = await q.evaluate(() => (globalThis as any).axe.run()); console.log('axe', r.violations.map((v: any) => `${v.id}: ${v.nodes.map((n: any) => n.target).join(' ; ')}`)); await c2.close(); }
    if (width === 768 && scheme === 'light') { const pdf = await p.pdf({ path: `.tmp/pics/${id}.pdf`, format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' } }); console.log('pdf pages', (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length); }
    await c.close();
  }
}
await browser.close(); await server.close();
