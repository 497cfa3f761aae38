// What lies over the window: the palette, the export or a name to give, one at a time.

class Dialogs {
  open = $state<"palette" | "export" | "data" | "brief" | "rename" | null>(null);
}

export const dialogs = new Dialogs();
