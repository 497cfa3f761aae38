import { expect, test } from "vitest";
import { capital, counted, dayInWords, fileName, shortNumber, toggled } from "./words";

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
  expect(fileName("con", "pdf")).toBe("con file.pdf");
  expect(fileName("Talks.", "pdf")).toBe("Talks.pdf");
  // Turned round, this would read as another ending.
  expect(fileName("brief\u202efdp", "html")).toBe("brief fdp.html");
  // Half a letter is none.
  expect(fileName(`${"x".repeat(59)}😀`, "pdf")).toBe(`${"x".repeat(59)}.pdf`);
});

test("capitals", () => expect(capital("happened")).toBe("Happened"));

test("days read as words, and other dates as they are", () => {
  expect(dayInWords("2025-06-11")).toBe("11 June 2025");
  expect(dayInWords("2025-06")).toBe("2025-06");
  expect(dayInWords("-0044-03-15")).toBe("-0044-03-15");
});

test("a count is said in few letters where there is no room, never more than it is", () => {
  expect([0, 999, 1000, 1290, 10_000, 479_999, 999_999, 1_000_000, 2_390_000].map(shortNumber)).toEqual(
    ["0", "999", "1k", "1.2k", "10k", "479k", "999k", "1M", "2.3M"],
  );
});
