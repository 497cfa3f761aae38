// The title of the window: the file name, and the name of the workspace if it differs.

import { plainText } from "../base/format";

/** "Iran 2025 – iran.faultline – Faultline". */
export function titleOf(
  workspace: { readonly name: string; readonly file_name: string; readonly read_only: boolean } | null,
): string {
  if (!workspace) return "Faultline";
  const [name, file] = [plainText(workspace.name), plainText(workspace.file_name)];
  const isFile = name === "" || name.toLowerCase() === file.replace(/\.faultline$/i, "").toLowerCase();
  return [...(isFile ? [] : [name]), `${file}${workspace.read_only ? " (read-only)" : ""}`, "Faultline"].join(" – ");
}
