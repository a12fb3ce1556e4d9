import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from '../command.ts';
import { ask } from './fetch.ts';

/** What has become of an address. Who refuses to answer a program has not said that the page is gone. */
export interface Fate {
  address: string;
  is: 'there' | 'moved' | 'gone' | 'unknown';
  /** What it answered, or where it leads now. */
  because: string;
}

/** How an address is asked. */
export interface Manners {
  /** Milliseconds between two questions to one host. */
  pause: number;
  /** Milliseconds that an answer may take. */
  wait: number;
  /** As `ask()` has it. */
  trusted?: string;
}

/** Hosts that are asked side by side. */
const HOSTS_AT_ONCE = 6;

/**
 * Asks each address once, one at a time at each host, and leaves a host alone that asks for it.
 * @returns what has become of each, in the order in which they were given
 */
export async function fatesOf(addresses: readonly string[], manners: Manners): Promise<Fate[]> {
  const hosts = [...Map.groupBy(new Set(addresses.map(pageOf)), (page) => new URL(page).host).values()];
  const fates = new Map<string, Fate>();
  const work = async () => {
    for (let one = hosts.pop(); one; one = hosts.pop()) for (const fate of await fatesAtHost(one, manners)) fates.set(fate.address, fate);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return addresses.map((address) => ({ ...fates.get(pageOf(address))!, address }));
}

/** What stands behind a # is asked of no server. */
function pageOf(address: string): string {
  return new URL(address.replace(/#.*$/su, '')).href;
}

async function fatesAtHost(addresses: readonly string[], manners: Manners): Promise<Fate[]> {
  const fates: Fate[] = [];
  let tired = false;
  for (const [index, address] of addresses.entries()) {
    if (tired) {
      fates.push({ address, is: 'unknown', because: 'was not asked, because its host had asked to wait' });
      continue;
    }
    if (index > 0) await pause(manners.pause);
    const { status, ...fate } = await fateOf(address, manners);
    tired = status === 429;
    fates.push(fate);
  }
  return fates;
}

async function fateOf(address: string, { wait, trusted }: Manners): Promise<Fate & { status?: number }> {
  try {
    const { status, url } = await ask(address, { longest: wait, headOnly: true, ...(trusted === undefined ? {} : { trusted }) });
    const answered = `answered ${status}`;
    if (status === 404 || status === 410) return { address, is: 'gone', because: url === address ? answered : `leads to ${url}, which ${answered}`, status };
    if (status < 200 || status > 299) return { address, is: 'unknown', because: answered, status };
    const [from, to] = [new URL(address), new URL(pageOf(url))];
    if (from.href === to.href) return { address, is: 'there', because: answered, status };
    return { address, is: 'moved', because: `leads to ${url}${to.pathname === '/' && from.pathname !== '/' ? ', a front page: it may be gone' : ''}`, status };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { address, is: 'unknown', because: error.message.replace(`${address}: `, '').replace(/\. To mend:.*$/su, '') };
  }
}
