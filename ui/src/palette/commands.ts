// What can be done by typing its name.

import { tick } from "svelte";
import type { Overview } from "../api/generated";
import { QUESTIONS, asking } from "../state/asking.svelte";
import { merging } from "../state/merging.svelte";
import { pinned } from "../state/pinned.svelte";
import { daysOf, isoOf } from "../base/span";
import { repeatExport } from "../export/repeat";
import { history } from "../state/history.svelte";
import { LISTS } from "../lists/lists";
import { managing } from "../lists/managing.svelte";
import { plain } from "../base/format";
import { quickAdd } from "../quick/bar.svelte";
import { CHARTS, risk } from "../state/risk.svelte";
import { CHOICES, appearance } from "../state/appearance.svelte";
import { attempt } from "../state/attempt";
import { dialogs } from "../state/dialogs.svelte";
import { edits, saveCopy } from "../state/edits.svelte";
import { filter } from "../state/filter.svelte";
import { fitAll } from "../state/navigate";
import { selection } from "../state/selection.svelte";
import { VIEWS, view } from "../state/view.svelte";
import { workspace } from "../state/workspace.svelte";

/** Something that can be done now. */
export interface Command {
  readonly words: string;
  /** Key that does the same. */
  readonly key?: string;
  readonly run: () => void;
}

/** Everything that can be done now. */
export function commands(overview: Overview): Command[] {
  return [
    ...VIEWS.filter(([name]) => name !== view.view).map(([name, words]) => ({
      words: `Go to ${words}`,
      run: () => view.go(name),
    })),
    { words: "Fit all", key: "0", run: () => void fitAll() },
    ...(filter.active ? [{ words: "Clear the filter", run: () => filter.clear() }] : []),
    ...(selection.id ? [{ words: "Clear the selection", key: "Esc", run: () => selection.clear() }] : []),
    ...editing(overview),
    { words: "Export…", key: "Ctrl E", run: () => (dialogs.open = "export") },
    { words: "Export again", key: "Ctrl Shift E", run: () => void repeatExport() },
    { words: "Write the brief…", run: () => (dialogs.open = "brief") },
    { words: "Export the data…", run: () => (dialogs.open = "data") },
    { words: "Look-alikes…", run: () => void merging.look(null) },
    ...(selection.ids.length > 1 && !overview.read_only
      ? [{ words: "Merge the selected events…", run: () => void merging.open(selection.ids) }]
      : []),
    ...LISTS.map(([list, words]) => ({ words: `${words}…`, run: () => void managing.open(list) })),
    ...QUESTIONS.map(([question, words]) => ({
      words: `Ask: ${words}`,
      run: () => asking.ask(question, selection.ids),
    })),
    ...numbers(overview),
    ...lanes(overview),
    {
      words: view.byFirst ? "Lanes in their own order" : "Lanes by first date",
      run: () => (view.byFirst = !view.byFirst),
    },
    ...(view.since.length > 0 ? [{ words: "Back to the calendar", run: () => view.countSince([]) }] : []),
    ...(selection.id
      ? [{ words: "Count days since what is selected", run: () => view.countSince([...selection.ids]) }]
      : []),
    { words: view.collapse ? "Show gaps in full" : "Fold gaps", run: () => void (view.collapse = !view.collapse) },
    ...layers(overview),
    ...asOf(overview),
    ...CHOICES.map((choice) => ({ words: `Appearance: ${choice}`, run: () => appearance.choose(choice) })),
    { words: view.filterOpen ? "Hide filter" : "Show filter", run: () => (view.filterOpen = !view.filterOpen) },
    {
      words: view.inspectorOpen ? "Hide inspector" : "Show inspector",
      run: () => (view.inspectorOpen = !view.inspectorOpen),
    },
    { words: "Open workspace…", run: () => void workspace.open() },
    { words: "New workspace…", run: () => void workspace.create() },
    { words: "New workspace from JSON…", run: () => void workspace.createFromJson() },
    { words: "Open the sample", run: () => void workspace.sample() },
    { words: "Open in a new window…", run: () => void workspace.openBeside() },
    ...workspace.recent
      .filter((it) => !it.open && !it.missing)
      .map((it) => ({ words: `Open again: ${it.name} (${it.folder})`, run: () => void workspace.openRecent(it.id) })),
  ];
}

function editing(overview: Overview): Command[] {
  const may: Command[] = [
    { words: "Add event", key: "Ctrl N", run: () => void tick().then(() => quickAdd.enter()) },
    ...(edits.undoName === null
      ? []
      : [{ words: `Undo: ${edits.undoName}`, key: "Ctrl Z", run: () => void edits.undo() }]),
    ...(edits.redoName === null
      ? []
      : [{ words: `Redo: ${edits.redoName}`, key: "Ctrl Shift Z", run: () => void edits.redo() }]),
    ...(pinned.now.length > 0
      ? [{ words: "Let all go that is pinned in place here", run: () => pinned.letAllGo() }]
      : []),
    { words: "Rename the workspace…", run: () => (dialogs.open = "rename") },
  ];
  return [
    ...(overview.read_only ? [] : may),
    { words: history.open ? "Hide history" : "History", key: "Ctrl H", run: () => (history.open = !history.open) },
    { words: "Save a copy…", run: () => void saveCopy() },
  ];
}

function numbers(overview: Overview): Command[] {
  const open = (dialog: "weights" | "load") => {
    view.go("index");
    risk.dialog = dialog;
  };
  const study = () => {
    view.go("index");
    risk.studyEvents([...selection.ids]);
  };
  return [
    { words: "Weights of the index…", run: () => open("weights") },
    ...(overview.read_only ? [] : [{ words: "Load a series…", run: () => open("load") }]),
    ...(selection.id ? [{ words: "Study what a series did around the selection", run: study }] : []),
    ...CHARTS.map(([chart, words]) => ({
      words: `Index: ${words}`,
      run: () => {
        view.go("index");
        risk.chart = chart;
      },
    })),
  ];
}

function lanes(overview: Overview): Command[] {
  return overview.lanes
    .filter((lane) => lane !== view.lanes)
    .map((lane) => ({
      words: lane === "none" ? "No lanes" : `Lanes by ${plain(lane)}`,
      run: () => {
        view.lanes = lane;
        view.view = "timeline";
      },
    }));
}

function layers(overview: Overview): Command[] {
  const on = filter.now.datasets ?? overview.datasets.filter((it) => it.on).map((it) => it.id);
  return overview.datasets.map((layer) => ({
    words: `${on.includes(layer.id) ? "Hide" : "Show"} layer: ${layer.name}`,
    run: () => filter.toggle("datasets", layer.id, on),
  }));
}

function asOf(overview: Overview): Command[] {
  const own = overview.read_only ? [] : workspaceDay(overview);
  const day = daysOf(view.asOf ?? overview.as_of);
  if (day === null) return own;
  const back = view.asOf ? [{ words: "As of: back to the workspace's day", run: () => (view.asOf = null) }] : [];
  return [
    { words: "As of: a day later", run: () => (view.asOf = isoOf(day + 1)) },
    { words: "As of: a day earlier", run: () => (view.asOf = isoOf(day - 1)) },
    ...back,
    ...own,
  ];
}

/** The day up to which the workspace is known, which is kept in the file. */
function workspaceDay(overview: Overview): Command[] {
  return [
    { words: "As of: set the workspace's day…", run: () => (dialogs.open = "as-of") },
    ...(overview.as_of
      ? [
          {
            words: "As of: today, in this workspace",
            run: () => void attempt("set_workspace", { as_of: "" }).then(() => (view.asOf = null)),
          },
        ]
      : []),
  ];
}
