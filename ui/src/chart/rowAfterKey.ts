// Walking in a list of which only a part is there.

/** Rows that a page key goes by. */
const PAGE = 20;

/** The place that a key leads to from another; null when the key is none of the list's or leads nowhere. */
export function rowAfterKey(key: string, from: number, total: number): number | null {
  const wanted =
    key === "ArrowDown"
      ? from + 1
      : key === "ArrowUp"
        ? from - 1
        : key === "PageDown"
          ? Math.min(from + PAGE, total - 1)
          : key === "PageUp"
            ? Math.max(from - PAGE, 0)
            : key === "Home"
              ? 0
              : key === "End"
                ? total - 1
                : -1;
  return wanted >= 0 && wanted < total ? wanted : null;
}
