// Formatting of words, counts, dates and file names.

/** Capitalizes the first letter: "happened" becomes "Happened". */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** An error and its help as one line: "The file is missing. Look for it". */
export function refusalLine({ message, help }: { readonly message: string; readonly help: string | null }): string {
  return [message, help].flatMap((it) => (it ? [capital(it)] : [])).join(". ");
}

/** "1,234". */
export function number(count: number): string {
  return count.toLocaleString("en-US");
}

/** A short count for narrow places: "987", "1.2k", "480k", "1.2M". */
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

/** An identifier as words: "could_cause" becomes "could cause". */
export function plain(word: string): string {
  return word.replaceAll("_", " ");
}

/** The list with the value removed if present, added if not. */
export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((it) => it !== value) : [...list, value];
}

/** Text on one line, without control characters and direction marks. */
export function plainText(words: string): string {
  return words
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Longest file name before the extension, in characters and in bytes: file systems allow 255 bytes. */
const NAME_LENGTH = 60;
const NAME_BYTES = 180;

/** Names that Windows reserves for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/** A file name that is valid on every system. */
export function fileName(words: string, ending: string): string {
  const plain = plainText(words.replaceAll(/[\\/:*?"<>|]/g, " ")).replace(/^[. ]+/, "");
  // Cut at whole characters; Windows removes trailing dots and spaces.
  const characters = [...plain].slice(0, NAME_LENGTH);
  while (new TextEncoder().encode(characters.join("")).length > NAME_BYTES) characters.pop();
  const name = characters.join("").replace(/[. ]+$/, "");
  // A device name is reserved with an extension too ("con.txt").
  const isReserved = RESERVED.test(name.split(".")[0]?.trim() ?? "");
  return `${isReserved ? `Picture ${name}` : name || "Picture"}.${ending}`;
}

/** "2025-06-11" as "11 June 2025". Anything but a plain ISO day is returned unchanged. */
export function dayInWords(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(day.getTime())) return iso;
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
