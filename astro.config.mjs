import path from 'node:path';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, fontProviders, logHandlers } from 'astro/config';
import { buildTarget } from './.config/old-browsers.js';
import { onRecord } from './src/build/integration.ts';
import { serifFile } from './src/build/serif.ts';
import { shortScopes } from './src/build/short-scopes.ts';
import { asideFolder } from './src/build/site-folder.ts';
import { FRAME_GROUP, twoScripts } from './src/build/two-scripts.ts';
import { basePath } from './src/site/address.ts';
import { site } from './src/site/settings.ts';

const cacheDir = './.astro/';

export default defineConfig({
  // A build would name each of a thousand routes.
  logger: logHandlers.node({ level: process.argv.includes('build') ? 'warn' : 'info' }),
  site: site.url,
  base: basePath(process.env.BASE_PATH),
  // A site takes the last one's place only when it is whole.
  outDir: asideFolder(),
  // Vitest reads the collections that `astro sync` writes; both must look in one place.
  cacheDir,
  trailingSlash: 'always',
  // 'jsx', the default, joins inline elements that a line break parts: "1 MayHansard".
  compressHTML: true,
  build: { inlineStylesheets: 'always', concurrency: 8 },
  // Curled quotation marks in prose would differ from those in the record; `## Gaps {#gaps}` gives a heading its address.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false, headingAttributes: true } }) },
  // The style rules and the fallbacks are in src/ui/Fonts.astro.
  fonts: [{ provider: fontProviders.local(), name: 'Source Serif 4', cssVariable: '--serif', optimizedFallbacks: false, options: { variants: [{ src: [await serifFile(path.resolve(cacheDir))], weight: '400 700', style: 'normal' }] } }],
  integrations: [mdx(), sitemap({ filter: (page) => !/\/(?:cite|embed|key|oembed)\//u.test(page) }), onRecord()],
  vite: {
    plugins: [tailwindcss(), shortScopes(), twoScripts()],
    build: {
      assetsInlineLimit: 0,
      // Astro marks each article's module with a directive of its own, which is right and would be warned of.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    ssr: { external: ['lightningcss'] },
    environments: {
      client: {
        build: {
          target: buildTarget,
          rollupOptions: {
            output: {
              // "Quiz.DM588oRb.js" for "Quiz.astro_astro_type_script_index_0_lang.DM588oRb.js", which every page would name.
              entryFileNames: ({ name }) => `_astro/${name.split('.')[0]}.[hash].js`,
              codeSplitting: { groups: [FRAME_GROUP] },
            },
          },
        },
      },
    },
  },
});
