import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { site } from '../../site/settings.ts';
import { type Given, unreadable } from './read.ts';

/** How long one source may take, and how large it may be, packed or unpacked. */
const LONGEST = 20_000;
const LARGEST = 32 * 1024 * 1024;
const MOST_REDIRECTS = 4;

/** Networks that are no public address: https://www.iana.org/assignments/iana-ipv4-special-registry/ and its twin for IPv6. */
const PRIVATE_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
const PRIVATE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const closed = new net.BlockList();
for (const [range, family] of [...PRIVATE_4.map((one) => [one, 'ipv4'] as const), ...PRIVATE_6.map((one) => [one, 'ipv6'] as const)]) closed.addSubnet(range.split('/')[0]!, Number(range.split('/')[1]), family);
const open6 = new net.BlockList();
open6.addSubnet('2000::', 3, 'ipv6');

/** Is this the address of a machine that everybody can reach? */
export function isPublic(address: string): boolean {
  if (net.isIPv4(address)) return !closed.check(address, 'ipv4');
  return net.isIPv6(address) && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** An answer, with its last address. */
export interface Answer extends Given {
  url: string;
  status: number;
  headers: http.IncomingHttpHeaders;
}

interface Asking {
  /** `https://host:port` that may be private, because an editor wrote it down. */
  trusted?: string | undefined;
  longest?: number;
  /** Is what it holds left unread? */
  headOnly?: boolean;
}

/**
 * Asks an address once, and where it leads to.
 * @returns whatever it answered
 * @throws CommandError for an address that is not public, an answer that is too slow or too large, and too many redirects
 */
export async function ask(place: string, { trusted, longest = LONGEST, headOnly = false }: Asking = {}): Promise<Answer> {
  const until = AbortSignal.timeout(longest);
  let url = place;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const address = URL.canParse(url) ? new URL(url) : unreadable(place, 'is no address', 'give an address with http:// or https://');
    if (!/^https?:$/u.test(address.protocol) || address.username !== '' || address.password !== '')
      unreadable(place, `leads to ${address.protocol}//…, which is no plain web address`, 'give an address with http:// or https://, without a user name');
    const answer = await once(place, address, trusted === address.origin, until, headOnly);
    const next = answer.headers.location;
    if (![301, 302, 303, 307, 308].includes(answer.status) || next === undefined) return answer;
    url = URL.canParse(next, address) ? new URL(next, address).href : unreadable(place, 'leads on to something that is no address', 'open it in a browser and save the page');
  }
  return unreadable(place, 'leads on and on to other addresses', 'open it in a browser and save the page');
}

/** Brings a source from its address. */
export async function fetchSource(place: string): Promise<Given> {
  const answer = await ask(place);
  if (answer.status !== 200) unreadable(place, `answered ${answer.status}`, answer.status === 429 ? 'wait, and ask again later' : 'open it in a browser and save the page');
  return answer;
}

/** Refuses addresses that are not public once they are known, so that no name can point elsewhere afterwards. */
const publicLookup: net.LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    const addresses = error ? [] : found;
    const refused = error ?? (addresses.every(({ address }) => isPublic(address)) ? null : Object.assign(new Error('private'), { code: 'EPRIVATE' }));
    if (refused) return done(refused, '', 4);
    return options.all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family);
  });
};

function once(place: string, address: URL, trusted: boolean, signal: AbortSignal, headOnly: boolean): Promise<Answer> {
  const host = address.hostname.replace(/^\[|\]$/gu, '');
  const closedTo = () => unreadable(place, `leads to ${host}, which is no public address`, 'save the page and give the file');
  if (!trusted && net.isIP(host) !== 0 && !isPublic(host)) closedTo();
  const tooLarge = `has more than ${LARGEST} bytes`;
  return new Promise<Answer>((resolve, reject) => {
    const request = (address.protocol === 'https:' ? https : http).request(address, {
      signal,
      agent: false,
      headers: { 'user-agent': `${site.name.replaceAll(/\W/gu, '')}-editor/1 (one request at a time)`, accept: 'text/html, application/pdf, application/json, application/xml, text/plain;q=0.9', 'accept-encoding': 'identity' },
      ...(trusted ? {} : { lookup: publicLookup }),
    });
    request.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () => resolve({ name: place, url: address.href, status: response.statusCode ?? 0, headers: response.headers, type: response.headers['content-type'] ?? '', bytes: Buffer.concat(chunks) });
      if (headOnly) {
        done();
        return void request.destroy();
      }
      response
        .on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > LARGEST) request.destroy(new Error(tooLarge));
          else chunks.push(chunk);
        })
        .on('error', reject)
        .on('end', done);
    });
    request.end();
  }).then(
    (answer) => ({ ...answer, bytes: unpacked(place, answer) }),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPRIVATE') closedTo();
      if (error.message === tooLarge) unreadable(place, tooLarge, 'give only this source');
      if (signal.aborted) unreadable(place, 'took too long to answer', 'try again later, or save the page and give the file');
      return unreadable(place, `could not be reached (${error.code ?? error.message})`, 'check the address and the network, or save the page and give the file');
    },
  );
}

/** Some servers pack though they were asked not to. */
function unpacked(place: string, { headers, bytes }: Answer): Uint8Array {
  const packed = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[headers['content-encoding'] ?? ''];
  if (!packed || bytes.length === 0) return bytes;
  try {
    return packed(bytes, { maxOutputLength: LARGEST });
  } catch {
    return unreadable(place, `is packed wrongly, or unpacks to more than ${LARGEST} bytes`, 'save the page and give the file');
  }
}
