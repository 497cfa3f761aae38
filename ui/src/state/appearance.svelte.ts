// Light or dark: the setting of the system, unless the user chose one.

/** The choices. */
export const CHOICES = ["system", "light", "dark"] as const;
export type Choice = (typeof CHOICES)[number];

const KEY = "faultline.appearance";

class Appearance {
  choice = $state<Choice>(remembered());
  #systemDark = $state(false);

  /** The active theme. */
  theme: "light" | "dark" = $derived(this.choice === "system" ? (this.#systemDark ? "dark" : "light") : this.choice);

  constructor() {
    if (typeof matchMedia === "undefined") return;
    const query = matchMedia("(prefers-color-scheme: dark)");
    this.#systemDark = query.matches;
    query.addEventListener("change", (event) => (this.#systemDark = event.matches));
  }

  choose(choice: Choice): void {
    this.choice = choice;
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Without storage the choice lasts until the window closes.
    }
  }
}

function remembered(): Choice {
  try {
    const word = localStorage.getItem(KEY);
    return CHOICES.find((choice) => choice === word) ?? "system";
  } catch {
    return "system";
  }
}

export const appearance = new Appearance();
