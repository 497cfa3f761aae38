// Which word of a quick-add line is being typed, so that it can be completed. What the line means is said by Rust.

/** What a word of the line names. */
export type TokenKind = "theme" | "actor" | "place" | "category" | "source" | "tag" | "status" | "event";

/** The word under the cursor. Positions count UTF-16 units. */
export interface Token {
  readonly kind: TokenKind;
  /** What is typed of it so far, without its sign and quotation marks. */
  readonly words: string;
  /** Where it begins, after its sign. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
}

/** A line with the place of the cursor in it. */
export interface Typed {
  readonly line: string;
  readonly caret: number;
}

const SIGNS: Readonly<Record<string, TokenKind>> = {
  "#": "theme",
  "@": "actor",
  "in:": "place",
  "cat:": "category",
  "from:": "source",
  "tag:": "tag",
  "status:": "status",
};

/** A word with a sign, up to the cursor: the sign and what follows it, which may be an open quotation. */
const SIGNED = /(?:^|\s)(#|@|(?:in|cat|from|tag|status):)("[^"]*|[^\s"]*)$/i;

/** An arrow, and all after it. */
const ARROW = /(?:^|\s)(?:<-|->)\s*(?!.*\s(?:<-|->))(.*)$/;

/** Where the words of an event end. */
const NEXT = /\s(?:#|@|!\d|<-|->|(?:in|cat|from|tag|status|kind|p|conf|tone|on):)/i;

/** The word under the cursor that has a sign; null when there is none. */
export function tokenAt(line: string, caret: number): Token | null {
  const head = line.slice(0, caret);
  return signed(line, head) ?? afterArrow(line, head);
}

function signed(line: string, head: string): Token | null {
  const found = SIGNED.exec(head);
  const kind = SIGNS[found?.[1]?.toLowerCase() ?? ""];
  const typed = found?.[2];
  if (!kind || typed === undefined) return null;
  // After the colon stands the role, which is free.
  if (kind === "actor" && !typed.startsWith('"') && typed.includes(":")) return null;
  const rest = line.slice(head.length);
  const end = typed.startsWith('"') ? /^[^"]*"?/ : kind === "actor" ? /^[^\s":]*/ : /^[^\s"]*/;
  return {
    kind,
    words: typed.replace(/^"/, ""),
    from: head.length - typed.length,
    to: head.length + (end.exec(rest)?.[0].length ?? 0),
  };
}

function afterArrow(line: string, head: string): Token | null {
  const typed = ARROW.exec(head)?.[1];
  if (typed === undefined || NEXT.test(` ${typed}`) || /^"[^"]*"/.test(typed)) return null;
  const rest = line.slice(head.length);
  const next = NEXT.exec(rest)?.index ?? rest.length;
  return { kind: "event", words: typed.replace(/^"/, ""), from: head.length - typed.length, to: head.length + next };
}

/** The line with the word replaced, and the cursor after it and a space. */
export function taken(line: string, token: Pick<Token, "from" | "to">, insert: string): Typed {
  const [before, after] = [line.slice(0, token.from), line.slice(token.to)];
  // An arrow reads better with a space after it.
  const gap = /(?:<-|->)$/.test(before) ? " " : "";
  const space = /^[\s:]/.test(after) ? "" : " ";
  const start = before + gap + insert;
  return { line: start + space + after, caret: start.length + (after.startsWith(":") ? 0 : 1) };
}

/** A name as it is written into the line: in quotation marks where it is more than a word. */
export function written(name: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(name) ? name : `"${name.replaceAll('"', "")}"`;
}

/** Text without accents and case, for comparing what is typed with names. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether what is typed begins a name: then Enter takes it. All of a name needs no completing, and no more does nothing. */
export function begins(words: string, names: readonly string[]): boolean {
  const typed = folded(words.trim());
  const known = names.map(folded);
  if (typed === "" || known.includes(typed)) return false;
  return known.some(
    (name) => name.split(/[\s›(,/–-]+/).some((word) => word.startsWith(typed)) || name.startsWith(typed),
  );
}
