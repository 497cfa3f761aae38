import { expect, test } from "vitest";
import { capital, counted, dayInWords, fileName, plainText, refusalLine, shortNumber, toggled } from "./format";

test("counts agree with their words", () => {
  expect(counted(1, "entry", "entries")).toBe("1 entry");
  expect(counted(12000, "entry", "entries")).toBe("12,000 entries");
});

test("a toggle undoes itself", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});

test("file names hold nothing that a system refuses", () => {
  expect(fileName(`Sample: trade / the "Gulf", 2025`, "png")).toBe("Sample trade the Gulf , 2025.png");
  expect(fileName("../..", "svg")).not.toMatch(/[\\/]/);
  expect(fileName("..", "svg")).toBe("Picture.svg");
  expect(fileName("x".repeat(300), "pdf").length).toBeLessThan(70);
  expect(fileName("../../etc/passwd", "docx")).toBe("etc passwd.docx");
  expect(fileName("con", "pdf")).toBe("Picture con.pdf");
  expect(fileName("Talks.", "pdf")).toBe("Talks.pdf");
  // With the direction mark this would display as another extension.
  expect(fileName("brief\u202efdp", "html")).toBe("brief fdp.html");
});

test("capitals", () => expect(capital("happened")).toBe("Happened"));

test("days read as words, and other dates as they are", () => {
  expect(dayInWords("2025-06-11")).toBe("11 June 2025");
  expect(dayInWords("2025-06")).toBe("2025-06");
  expect(dayInWords("-0044-03-15")).toBe("-0044-03-15");
});

test("a count is said in few letters where there is no room, never more than it is", () => {
  expect([0, 999, 1000, 1290, 10_000, 479_999, 999_999, 1_000_000, 2_390_000].map(shortNumber)).toEqual([
    "0",
    "999",
    "1k",
    "1.2k",
    "10k",
    "479k",
    "999k",
    "1M",
    "2.3M",
  ]);
});

test("file names are none that Windows keeps for devices, and keep their letters whole", () => {
  expect(fileName("CON", "png")).toBe("Picture CON.png");
  expect(fileName("com1", "pdf")).toBe("Picture com1.pdf");
  expect(fileName("nul.2025", "svg")).toBe("Picture nul.2025.svg");
  expect(fileName("Console", "png")).toBe("Console.png");
  expect(fileName(" .hidden. ", "png")).toBe("hidden.png");
  expect(fileName("a\u202egnp.exe", "png")).toBe("a gnp.exe.png");
  const long = fileName("🤝".repeat(90), "png");
  expect(long).toBe(`${"🤝".repeat(45)}.png`);
});

test.each([
  ["the file is gone", null, "The file is gone"],
  ["the file is gone", "look for it", "The file is gone. Look for it"],
  ['"9" is no severity', "choose 1 to 5", '"9" is no severity. Choose 1 to 5'],
  ["already said", "", "Already said"],
  ["Été", "été", "Été. Été"],
])("%s, %s", (message, help, line) => expect(refusalLine({ message, help })).toBe(line));

test.each([
  ["a\nb", "a b"],
  ["  a \t b ", "a b"],
  ["a\u202eb", "a b"],
  ["\u2066x\u2069", "x"],
  ["中 美", "中 美"],
  ["", ""],
])("%j as plain text", (words, plain) => expect(plainText(words)).toBe(plain));
