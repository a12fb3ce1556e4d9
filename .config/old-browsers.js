import compat from 'eslint-plugin-compat';
import es from 'eslint-plugin-es-x';

/** The oldest browsers that are promised on the accessibility page. Firefox 125 is its first with Intl.Segmenter. */
const OLDEST = { safari: '15.4', ios: '15.4', chrome: '100', edge: '100', firefox: '125' };

/** For the build, which rewrites what it can. iOS and Safari have one version. */
export const buildTarget = Object.entries(OLDEST).map(([name, version]) => name + version);

/** Newer than ES2021, but in each of them. */
const KNOWN = /findlast|prototype-at$|class-(?:instance|static|private)-(?:fields|methods)|error-cause|object-hasown|private-in|regexp-d-flag|top-level-await/u;
/** By name alone these cannot be told from an array's own methods. */
const ALIKE = /iterator/u;

/** Asked for before they are used; without them the page does less and says so. */
const ASKED_FOR = ['CompressionStream', 'DecompressionStream', 'ClipboardItem'];

/** ESLint's rules for whatever runs in a reader's browser. */
export const oldBrowsers = {
  plugins: { compat, 'es-x': es },
  settings: { targets: Object.entries(OLDEST).map(([name, version]) => `${name} >= ${version}`), polyfills: ASKED_FOR, 'es-x': { aggressive: true } },
  rules: {
    'compat/compat': 'error',
    'es-x/no-regexp-lookbehind-assertions': 'error',
    ...Object.fromEntries(Object.keys(es.configs['flat/restrict-to-es2021'].rules).flatMap((rule) => (KNOWN.test(rule) || ALIKE.test(rule) ? [] : [[rule, 'error']]))),
  },
};
