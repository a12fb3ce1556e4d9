import { type HeaderRule, headerRules } from './headers.ts';

/** Where and for whom nginx serves the site. */
export interface NginxSite {
  /** Folder that holds the built site; under a base path, the folder that holds `on-record/`. */
  root: string;
  /** Host name, for example `on-record.example`. */
  name: string;
  port: number;
  /** The folder the site is served from, with a slash at both ends. */
  base: string;
}

/** The content type of every kind of file that a build writes; nginx's own list lacks half of them. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  yml: 'application/yaml',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  cff: 'application/yaml',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  webmanifest: 'application/manifest+json',
};

/** Types in which letters stand: sent as UTF-8 and compressed. nginx itself adds HTML to each list. */
const TEXTS = [...new Set(Object.values(TYPES))]
  .filter((type) => type !== 'text/html' && /^text\/|json|xml$|yaml|bibtex|research-info/u.test(type))
  .sort()
  .join(' ');

/**
 * A plain nginx configuration that sends the same headers as every other host: one file for `/etc/nginx/conf.d/`
 * (https://nginx.org/en/docs/http/ngx_http_headers_module.html). Which headers a path gets is decided in maps, because
 * an `add_header` in a location would drop all those of the server.
 * @param site where it is served
 * @param rules the rules, the last match of which counts
 * @throws RangeError for a value with a dollar sign, which nginx would read as a variable
 */
export function nginxConfig({ root, name, port, base }: NginxSite, rules: readonly HeaderRule[] = headerRules()): string {
  const headers = [...new Set(rules.flatMap((rule) => Object.keys(rule.headers)))];
  return [
    '# Made by npm run hosting:nginx from the site’s header rules. Put TLS in front, or add it here:\n# browsers keep Strict-Transport-Security only when it comes over HTTPS.',
    ...headers.map((header) => map(header, rules, base)),
    `server {
  listen ${port};
  listen [::]:${port};
  server_name ${name};
  root ${quoted(root)};
  index index.html;
  error_page 404 ${base}404.html;
  absolute_redirect off;
  server_tokens off;

  types {
${Object.entries(TYPES)
  .map(([extension, type]) => `    ${type} ${extension};`)
  .join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${TEXTS};

  # A file beside it that is compressed already (gzip -9 -k) is sent as it is.
  gzip_static on;
  gzip on;
  gzip_vary on;
  gzip_comp_level 6;
  gzip_min_length 512;
  gzip_types ${TEXTS};

${headers.map((header) => `  add_header ${header} $${variable(header)} always;`).join('\n')}

  # For hosts that read it; not a page.
  location = ${base}_headers {
    return 404;
  }
}
`,
  ].join('\n\n');
}

/** A header that no rule sets stays empty, and nginx leaves an empty header out. Of the patterns of a map the first counts. */
function map(header: string, rules: readonly HeaderRule[], base: string): string {
  const lines = rules
    .filter(({ headers }) => header in headers)
    .toReversed()
    .map(({ pattern, headers }) => `  ${quoted(`~^${(base + pattern.slice(1, -1)).replaceAll(/[.*+?^$()[\]{}|\\]/gu, '\\$&')}`)} ${quoted(headers[header] ?? '')};`);
  return `map $uri $${variable(header)} {\n  default "";\n${lines.join('\n')}\n}`;
}

const variable = (header: string) => `on_record_${header.toLowerCase().replaceAll('-', '_')}`;

/** A value as nginx reads it between quotation marks. None of ours holds a variable. */
function quoted(value: string): string {
  if (value.includes('$')) throw new RangeError(`nginx would take the $ in “${value}” for a variable`);
  return `"${value.replaceAll(/["\\]/gu, '\\$&')}"`;
}
