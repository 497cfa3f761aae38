// Small words and lists.

/** "happened" as the beginning of a line: "Happened". */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What was refused and what to do, as one line: "The file is gone. Look for it". */
export function refusalLine({ message, help }: { readonly message: string; readonly help: string | null }): string {
  return [message, help].flatMap((it) => (it ? [capital(it)] : [])).join(". ");
}

/** "1,234". */
export function number(count: number): string {
  return count.toLocaleString("en-US");
}

/** A count where there is no room: "987", "1.2k", "480k", "1.2M". */
export function shortNumber(count: number): string {
  const short = (value: number, unit: string) =>
    `${value < 10 ? value.toFixed(1).replace(/\.0$/, "") : Math.floor(value)}${unit}`;
  if (count < 1000) return String(count);
  return count < 1_000_000 ? short(Math.floor(count / 100) / 10, "k") : short(Math.floor(count / 100_000) / 10, "M");
}

/** "1 entry", "2 entries". */
export function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** "could_cause" for reading. */
export function plain(word: string): string {
  return word.replaceAll("_", " ");
}

/** The list without the value if it is there, with it if not. */
export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((it) => it !== value) : [...list, value];
}

/** Text without what would break a line or turn its direction. */
export function plainText(words: string): string {
  return words
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The longest name of a file before its ending, in characters and in bytes: systems stop at 255 bytes. */
const NAME_LENGTH = 60;
const NAME_BYTES = 180;

/** What Windows keeps for devices, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/** A name that every system takes for a file. */
export function fileName(words: string, ending: string): string {
  const plain = plainText(words.replaceAll(/[\\/:*?"<>|]/g, " ")).replace(/^[. ]+/, "");
  // By whole characters, and without the dots and spaces that Windows takes from the end.
  const characters = [...plain].slice(0, NAME_LENGTH);
  while (new TextEncoder().encode(characters.join("")).length > NAME_BYTES) characters.pop();
  const name = characters.join("").replace(/[. ]+$/, "");
  // A device's name is one also with an ending of its own ("con.txt").
  const isReserved = RESERVED.test(name.split(".")[0]?.trim() ?? "");
  return `${isReserved ? `Picture ${name}` : name || "Picture"}.${ending}`;
}

/** "2025-06-11" for reading: "11 June 2025". What is no plain day stays as it is. */
export function dayInWords(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(day.getTime())) return iso;
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
