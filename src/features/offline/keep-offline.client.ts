import { sizeInWords } from '../../record/figures.ts';
import type { OfflineSummary, TopicLessons } from './kept-copy.ts';
import { canKeep, keep, keepLessons, kept, keptLessons, latest, lessons, type OfflinePlaces, remove } from './keep-offline-store.client.ts';

/** Parts of the download after which a screen reader is told, in per cent. */
const STEP = 25;

/** Keeps the whole site on this device when asked, says how it goes, and removes it again. */
class KeepOffline extends HTMLElement {
  connectedCallback(): void {
    this.button('keep').addEventListener('click', () => void this.keep());
    this.button('update').addEventListener('click', () => void this.keep());
    this.button('remove').addEventListener('click', () => void this.forget());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.keepLessons();
    });
    void this.show();
  }

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private get places(): OfflinePlaces {
    const { scope = '/', worker = '', folder = '' } = this.dataset;
    return { scope, worker, folder };
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector(`[data-do=${name}]`)!;
  }

  private offer(...names: string[]): void {
    for (const name of ['keep', 'update', 'remove']) this.button(name).hidden = !names.includes(name);
  }

  /** Says what is kept and what there is. */
  private async show(after = ''): Promise<void> {
    if (!canKeep()) return this.say('This browser cannot keep the site. A newer one can, over a secure (https) connection.');
    const [here, there] = await Promise.all([kept(this.places), latest(this.places)]);
    await this.offerLessons(here !== undefined && there !== undefined);
    if (here && there && here.version !== there.version) {
      this.say(`${after} Kept: ${here.pages} pages. There is a newer version: ${inWords(there)}.`);
      this.offer('update', 'remove');
    } else if (here) {
      this.say(`${after} Kept: ${here.pages} pages, ${sizeInWords(here.stored)} on this device. You can read and search without a connection.`);
      this.offer('remove');
    } else if (there) {
      this.say(`${after} Nothing is kept yet. To keep: ${inWords(there)}.`);
      this.button('keep').textContent = `Keep for offline (${sizeInWords(there.bytes)})`;
      this.offer('keep');
    } else {
      this.say('The site cannot be kept now: there is no connection.');
      this.offer();
    }
  }

  private async keep(): Promise<void> {
    const bar = this.querySelector('progress')!;
    let told = 0;
    this.offer();
    bar.hidden = false;
    bar.removeAttribute('value');
    this.say('Downloading…');
    try {
      await keep(this.places, (done, of) => {
        bar.max = of;
        bar.value = done;
        const percent = Math.floor((done / of) * 100);
        if (percent < told + STEP || percent === 100) return;
        told = percent;
        this.say(`Downloading: ${percent} per cent.`);
      });
      const had = await keptLessons(this.places);
      if (had.size > 0)
        await keepLessons(
          this.places,
          (await lessons(this.places)).flatMap(({ files }) => files.filter((file) => had.has(file))),
        );
      await this.show('Done.');
    } catch (error) {
      await this.show(whyNot(error));
    }
    bar.hidden = true;
    this.focusFirst();
  }

  /** Lessons weigh more than the site, so each topic's are asked for. */
  private async offerLessons(offer: boolean): Promise<void> {
    const [all, had] = offer ? await Promise.all([lessons(this.places), keptLessons(this.places)]) : [[], new Set<string>()];
    this.form.hidden = all.length === 0;
    this.form.querySelector('.keep-lessons')!.replaceChildren(
      ...all.map((topic) =>
        lessonChoice(
          topic,
          topic.files.every((file) => had.has(file)),
        ),
      ),
    );
  }

  private async keepLessons(): Promise<void> {
    const chosen = new FormData(this.form).getAll('lessons').map(String);
    this.say('Downloading lessons…');
    try {
      await keepLessons(
        this.places,
        (await lessons(this.places)).filter(({ title }) => chosen.includes(title)).flatMap(({ files }) => files),
      );
      await this.show(chosen.length === 0 ? 'No lessons are kept.' : `Lessons are kept: ${chosen.join(', ')}.`);
    } catch (error) {
      await this.show(whyNot(error));
    }
  }

  private async forget(): Promise<void> {
    this.offer();
    await remove(this.places);
    await this.show('Removed.');
    this.focusFirst();
  }

  /** The button that was pressed is gone: the focus goes to the one that took its place. */
  private focusFirst(): void {
    this.querySelector<HTMLButtonElement>('button:not([hidden])')?.focus();
  }

  private say(text: string): void {
    this.querySelector('[role=status]')!.textContent = text.trim();
  }
}

function whyNot(error: unknown): string {
  console.error(error);
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return full ? 'This device has no room for it.' : 'It did not work. Check your connection and try again.';
}

function lessonChoice({ title, bytes }: TopicLessons, checked: boolean): HTMLLabelElement {
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'lessons', value: title, checked });
  label.append(box, `${title} (${sizeInWords(bytes)})`);
  return label;
}

/** "607 pages, 1.9 MB to download, 5.3 MB on this device". */
function inWords({ pages, bytes, stored }: OfflineSummary): string {
  return `${pages} pages, ${sizeInWords(bytes)} to download, ${sizeInWords(stored)} on this device`;
}

/** Makes `<keep-offline>` known to the browser. */
export function defineKeepOffline(): void {
  customElements.define('keep-offline', KeepOffline);
}
