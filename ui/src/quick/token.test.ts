import { expect, test } from "vitest";
import { begins, taken, tokenAt, written } from "./token";

/** The token where `|` stands. */
const at = (line: string) => tokenAt(line.replace("|", ""), line.indexOf("|"));

test("the word under the cursor is known by its sign", () => {
  expect(at("May 2025 Talks #tar|")).toEqual({ kind: "theme", words: "tar", from: 16, to: 19 });
  expect(at("Talks @|")).toMatchObject({ kind: "actor", words: "" });
  expect(at("Talks in:Gen|eva !4")).toEqual({ kind: "place", words: "Gen", from: 9, to: 15 });
  expect(at("Talks cat:tr|")).toMatchObject({ kind: "category", words: "tr" });
  expect(at("Talks from:A|")).toMatchObject({ kind: "source", words: "A" });
});

test("plain words, other signs and a role are not completed", () => {
  for (const line of [
    "|",
    "early May| talks",
    "a#b|",
    "Talks !4|",
    "Talks @US:ho|",
    "mail me@home|",
    "Talks #tariffs |",
  ])
    expect(at(line)).toBeNull();
});

test("quotation marks hold several words together", () => {
  expect(at('Talks in:"Baghdad, I|')).toEqual({ kind: "place", words: "Baghdad, I", from: 9, to: 20 });
  expect(at('Talks in:"Bagh|dad, IQ" !3')).toMatchObject({ words: "Bagh", from: 9, to: 22 });
  expect(at('Talks in:"Baghdad" |')).toBeNull();
});

test("an arrow takes the words of an event up to the next sign", () => {
  expect(at("Sharp cut <- Geneva tal|")).toEqual({ kind: "event", words: "Geneva tal", from: 13, to: 23 });
  expect(at("Sharp cut <-|")).toMatchObject({ kind: "event", words: "", from: 12, to: 12 });
  expect(at("Sharp cut -> Geneva| talks #tariffs")).toMatchObject({ kind: "event", words: "Geneva", to: 25 });
  expect(at("Sharp cut <- E03 -> Lon|")).toMatchObject({ kind: "event", words: "Lon", from: 20 });
  expect(at("Sharp cut <- E03 #ta|")).toMatchObject({ kind: "theme", words: "ta" });
  expect(at("Sharp cut <- E03 !4 and|")).toBeNull();
});

test("what is taken replaces the word and leaves the cursor behind it", () => {
  const take = (line: string, insert: string) => {
    const token = at(line);
    if (!token) throw new Error(line);
    const { line: after, caret } = taken(line.replace("|", ""), token, insert);
    return `${after.slice(0, caret)}|${after.slice(caret)}`;
  };
  expect(take("Talks #tar|", "tariffs")).toBe("Talks #tariffs |");
  expect(take("Talks #tar| @US", "tariffs")).toBe("Talks #tariffs| @US".replace("| ", " |"));
  expect(take("Talks @U|:host", "US")).toBe("Talks @US|:host");
  expect(take("Cut <-|", "E03")).toBe("Cut <- E03 |");
  expect(take('Talks in:"Bag|', '"Baghdad, IQ"')).toBe('Talks in:"Baghdad, IQ" |');
});

test("names of several words are quoted", () => {
  expect(written("tariffs")).toBe("tariffs");
  expect(written("Rare earths")).toBe('"Rare earths"');
  expect(written("São-Tomé")).toBe("São-Tomé");
});

test("the beginning of a name is completed, the whole of it or a stranger is not", () => {
  expect(begins("tar", ["Tariffs", "tariffs"])).toBe(true);
  expect(begins("earth", ["Rare earths"])).toBe(true);
  expect(begins("sao", ["São Tomé"])).toBe(true);
  expect(begins("Tariffs", ["Tariffs"])).toBe(false);
  expect(begins("shipng", ["Shipping"])).toBe(false);
  expect(begins("", ["Shipping"])).toBe(false);
});
