// The word of a quick-add line at the cursor, for completion. Parsing of the line is done in Rust.

/** What a word of the line refers to. */
export type TokenKind = "theme" | "actor" | "place" | "category" | "source" | "tag" | "status" | "event";

/** The word at the cursor. Positions count UTF-16 units. */
export interface Token {
  readonly kind: TokenKind;
  /** The word so far, without its sign and quotation marks. */
  readonly words: string;
  /** Where it begins, after its sign. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
}

/** A line with the position of the cursor. */
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

/** The word with a sign at the cursor; null for none. */
export function tokenAt(line: string, caret: number): Token | null {
  const head = line.slice(0, caret);
  return signed(line, head) ?? afterArrow(line, head);
}

function signed(line: string, head: string): Token | null {
  const found = SIGNED.exec(head);
  const kind = SIGNS[found?.[1]?.toLowerCase() ?? ""];
  const typed = found?.[2];
  if (!kind || typed === undefined) return null;
  // After the colon comes the role, which is free text.
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
  // Put a space after an arrow.
  const gap = /(?:<-|->)$/.test(before) ? " " : "";
  const space = /^[\s:]/.test(after) ? "" : " ";
  const start = before + gap + insert;
  return { line: start + space + after, caret: start.length + (after.startsWith(":") ? 0 : 1) };
}

/** A name as written in the line: quoted if it is more than one word. */
export function written(name: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(name) ? name : `"${name.replaceAll('"', "")}"`;
}

/** Text without accents and case, for comparing what is typed with names. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether what is typed is the start of a name, so that Enter completes it. False for a complete name or nothing. */
export function begins(words: string, names: readonly string[]): boolean {
  const typed = folded(words.trim());
  const known = names.map(folded);
  if (typed === "" || known.includes(typed)) return false;
  return known.some(
    (name) => name.split(/[\s›(,/–-]+/).some((word) => word.startsWith(typed)) || name.startsWith(typed),
  );
}
