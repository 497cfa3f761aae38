// Small words and lists.

/** "happened" as the beginning of a line: "Happened". */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "1 entry", "2 entries". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** "could_cause" for reading. */
export function plain(word: string): string {
  return word.replaceAll("_", " ");
}

/** The list without the value if it is there, with it if not. */
export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((it) => it !== value) : [...list, value];
}

/** A name that every system takes for a file. */
export function fileName(words: string, ending: string): string {
  const plain = words
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "");
  return `${plain.slice(0, 60).trim() || "Picture"}.${ending}`;
}

/** "2025-06-11" for reading: "11 June 2025". What is no plain day stays as it is. */
export function dayInWords(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(day.getTime())) return iso;
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
