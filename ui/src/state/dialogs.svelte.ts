// What lies over the window: the palette, the export, a name or a day to give, one at a time.

class Dialogs {
  open = $state<"palette" | "export" | "data" | "brief" | "rename" | "as-of" | null>(null);
}

export const dialogs = new Dialogs();
