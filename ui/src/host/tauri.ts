// The host of the page is Faultline's own window. The only file that uses Tauri.

import { invoke } from "@tauri-apps/api/core";
import type { Host } from "../api/host";

/** The host inside Faultline's window. */
export const tauri: Host = {
  call: (verb, args) => invoke("call", { verb, args }),
  picture: (verb, args) => invoke<ArrayBuffer>("picture", { verb, args }),
  exportPicture: (args, fileName) => invoke("export_picture", { args, fileName }),
  repeatExport: () => invoke("repeat_export"),
  previewPicture: (args, page, widthPx) => invoke<ArrayBuffer>("preview_picture", { args, page, widthPx }),
  copyPicture: (args) => invoke("copy_picture", { args }),
  chooseLogo: () => invoke("choose_logo"),
  exportData: (args, fileName) => invoke("export_data", { args, fileName }),
  exportBrief: (args, fileName) => invoke("export_brief", { args, fileName }),
  chooseSeries: () => invoke("choose_series"),
  readSeries: (reading) => invoke("read_series", { reading }),
  takeSeries: (take) => invoke("take_series", { take }),
  openWorkspace: () => invoke("open_workspace"),
  openInNewWindow: () => invoke("open_in_new_window"),
  newWorkspace: () => invoke("new_workspace"),
  newFromJson: () => invoke("new_from_json"),
  openSample: () => invoke("open_sample"),
  openFirst: () => invoke("open_first"),
  recentWorkspaces: () => invoke("recent_workspaces"),
  openRecent: (id) => invoke("open_recent", { id }),
  saveCopy: () => invoke("save_copy"),
  salvage: () => invoke("salvage"),
  benchOpen: (count) => invoke("bench_open", { count }),
  setBackground: (dark) => invoke("set_background", { dark }),
  setDay: (year, month, day) => invoke("set_day", { year, month, day }),
};
