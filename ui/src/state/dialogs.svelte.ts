// What lies over the window: the palette and the export, one at a time.

class Dialogs {
  open = $state<"palette" | "export" | null>(null);
}

export const dialogs = new Dialogs();
