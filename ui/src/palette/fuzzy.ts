// Fuzzy search of commands.

/** How well the letters match, higher is better; null when they do not occur in order. */
export function fit(letters: string, words: string): number | null {
  const wanted = [...letters.toLowerCase()].filter((it) => it !== " ");
  const text = words.toLowerCase();
  let [at, score, streak] = [0, 0, 0];
  for (const letter of wanted) {
    const found = text.indexOf(letter, at);
    if (found < 0) return null;
    const starts = found === 0 || /[\s(:,-]/.test(text.charAt(found - 1));
    streak = found === at && at > 0 ? streak + 1 : 0;
    score += 1 + streak * 2 + (starts ? 4 : 0) - Math.min(found - at, 10) * 0.1;
    at = found + 1;
  }
  // Of two equal matches the shorter one wins.
  return score - text.length * 0.01;
}

/** The matches, best first; all items in their order when nothing is typed. */
export function ranked<T>(letters: string, all: readonly T[], words: (one: T) => string): T[] {
  if (letters.trim() === "") return [...all];
  const scored = all.flatMap((one) => {
    const score = fit(letters, words(one));
    return score === null ? [] : [{ one, score }];
  });
  return scored.sort((a, b) => b.score - a.score).map((it) => it.one);
}
