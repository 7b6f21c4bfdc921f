import { done, type Command } from './command.ts';

/** Deletes the texts that no step says; gives their ids. */
export function cleanUpTexts(): Command<{ removed: string[] }> {
  return {
    name: 'text.clean-up',
    run(document) {
      const removed = new Set<string>();
      for (const locale of document.keys('messages')) {
        const texts = document.get('messages', locale) ?? {};
        const unused = Object.keys(texts).filter((id) => document.speakersOf(id).size === 0);
        if (unused.length === 0) continue;
        for (const id of unused) removed.add(id);
        const kept = Object.entries(texts).filter(([id]) => !removed.has(id));
        document.put('messages', locale, Object.fromEntries(kept));
      }
      return done({ removed: [...removed] });
    },
  };
}
