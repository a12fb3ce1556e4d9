import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';

/** A terminal that is asked to marks what is pasted: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html (bracketed paste). */
const PASTES = { ask: '\u001b[?2004h', stop: '\u001b[?2004l', begin: '\u001b[200~', end: '\u001b[201~' };

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** A terminal that marks no pastes hands them on in pieces, at once; nobody types a key this soon after Enter (milliseconds). */
const SOON = 60;

/**
 * What prompts read instead of the terminal, so that a paste of several lines is one answer: its line breaks become
 * spaces, and only an Enter that is typed ends an answer. Ctrl+D and the end of input stop, as Ctrl+C does.
 */
export class Keyboard extends PassThrough {
  readonly isTTY = true;
  /** Is a text asked for? Elsewhere pastes are dropped, so that none of their letters chooses anything. */
  takesText = false;
  private readonly terminal: ReadStream;
  private readonly screen: WriteStream;
  private readonly decoder = new TextDecoder();
  private waiting = '';
  private pastes = false;
  private enter: NodeJS.Timeout | undefined;

  constructor(terminal: ReadStream, screen: WriteStream) {
    super();
    [this.terminal, this.screen] = [terminal, screen];
    terminal.setRawMode(true).on('data', this.hear).on('end', this.stop).resume();
    screen.write(PASTES.ask);
  }

  /** Prompts switch it on and off; it stays on from the first to the last, so that no key is lost between two. */
  setRawMode(): this {
    return this;
  }

  /** Gives the terminal back. */
  release(): void {
    clearTimeout(this.enter);
    this.terminal.off('data', this.hear).off('end', this.stop).setRawMode(false).pause();
    this.screen.write(PASTES.stop);
  }

  private readonly stop = (): void => void this.write(CTRL_C);

  private readonly hear = (bytes: Uint8Array): void => {
    this.waiting += this.decoder.decode(bytes, { stream: true });
    for (;;) {
      const at = this.waiting.indexOf(this.pastes ? PASTES.end : PASTES.begin);
      if (this.pastes && at === -1) return;
      const text = at === -1 ? this.waiting : this.waiting.slice(0, at);
      this.waiting = at === -1 ? '' : this.waiting.slice(at + PASTES.end.length);
      if (this.pastes) this.paste(text);
      else this.type(text);
      if (at === -1) return;
      this.pastes = !this.pastes;
    }
  };

  private paste(text: string): void {
    // Control characters are no words: among them are keys that would edit the answer.
    if (this.takesText) this.write(text.replaceAll(/\s+/gu, ' ').replaceAll(/\p{Cc}/gu, ''));
  }

  private type(text: string): void {
    if (text === '') return;
    if (this.enter) {
      // What comes so soon after Enter is the next piece of a paste.
      clearTimeout(this.enter);
      this.enter = undefined;
      this.paste(' ');
    }
    const last = /(?:\r\n?|\n)$/u.exec(text)?.[0] ?? '';
    const keys = text.slice(0, text.length - last.length).replaceAll(CTRL_D, CTRL_C);
    if (/[\r\n]/u.test(keys)) this.paste(keys);
    else if (keys !== '') this.write(keys);
    if (last !== '') {
      this.enter = setTimeout(() => {
        this.enter = undefined;
        this.write('\r');
      }, SOON);
    }
  }
}
