// The open dialog, one at a time.

class Dialogs {
  open = $state<"palette" | "export" | "data" | "brief" | "rename" | "as-of" | null>(null);
}

export const dialogs = new Dialogs();
