import type { Game } from './quiz-game.ts';

const NAME = 'who-said-it';

/** Keeps the game in this tab until it is closed; where a browser refuses that, the game is played all the same. */
export function saveGame(game: Game): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(game));
  } catch {
    // Refused: by the reader's own settings, or because the tab is full.
  }
}

/** The game that this tab has kept. */
export function savedGame(): Game | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Game | null) ?? undefined;
  } catch {
    return undefined;
  }
}
