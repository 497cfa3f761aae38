// Keyboard navigation in a list of which only a part is loaded.

/** Rows per page key. */
const PAGE = 20;

/** The row that a key leads to; null when the list does not use the key or there is no such row. */
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
