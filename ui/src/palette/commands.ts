// The commands of the palette.

import { tick } from "svelte";
import type { Overview } from "../api/generated";
import { QUESTIONS, asking } from "../state/asking.svelte";
import { back } from "../state/back.svelte";
import { merging } from "../state/merging.svelte";
import { pinned } from "../state/pinned.svelte";
import { daysOf, isoOf } from "../base/span";
import { repeatExport } from "../export/repeat";
import { history } from "../state/history.svelte";
import { LISTS } from "../lists/lists";
import { managing } from "../lists/managing.svelte";
import { capital } from "../base/format";
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

/** A command that is available now. */
export interface Command {
  readonly words: string;
  /** Keyboard shortcut. */
  readonly key?: string;
  readonly run: () => void;
}

/** All commands that are available now. */
export function commands(overview: Overview): Command[] {
  return [
    ...VIEWS.filter(([name]) => name !== view.view).map(([name, words]) => ({
      words: `Go to ${words}`,
      run: () => view.go(name),
    })),
    ...(back.can ? [{ words: "Back", key: "Alt Left", run: () => back.go() }] : []),
    { words: "Fit all", key: "0", run: () => void fitAll() },
    ...(filter.active ? [{ words: "Clear filter", run: () => filter.clear() }] : []),
    ...(selection.any ? [{ words: "Clear selection", key: "Esc", run: () => selection.clear() }] : []),
    ...editing(overview),
    { words: "Export…", key: "Ctrl E", run: () => (dialogs.open = "export") },
    { words: "Export again", key: "Ctrl Shift E", run: () => void repeatExport() },
    { words: "Write a brief…", run: () => (dialogs.open = "brief") },
    { words: "Export data…", run: () => (dialogs.open = "data") },
    { words: "Find duplicates…", run: () => void merging.look(null) },
    ...(selection.ids.length > 1 && !overview.read_only
      ? [{ words: "Merge selected events…", run: () => void merging.open(selection.ids) }]
      : []),
    ...LISTS.map(([list, words]) => ({ words: `${words}…`, run: () => void managing.open(list) })),
    ...QUESTIONS.map(([question, words]) => ({
      words: `Ask: ${words}`,
      run: () => asking.ask(question, selection.ids),
    })),
    ...numbers(overview),
    ...lanes(overview),
    {
      words: view.byFirst ? "Sort lanes manually" : "Sort lanes by first date",
      run: () => (view.byFirst = !view.byFirst),
    },
    ...(view.since.length > 0 ? [{ words: "Back to the calendar", run: () => view.countSince([]) }] : []),
    ...(selection.id
      ? [{ words: "Show days since the selection", run: () => view.countSince([...selection.ids]) }]
      : []),
    { words: view.collapse ? "Expand gaps" : "Collapse gaps", run: () => void (view.collapse = !view.collapse) },
    ...datasets(overview),
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
    { words: "Open sample", run: () => void workspace.sample() },
    { words: "Open in a new window…", run: () => void workspace.openBeside() },
    ...workspace.recent
      .filter((it) => !it.open && !it.missing)
      .map((it) => ({ words: `Open recent: ${it.name} (${it.folder})`, run: () => void workspace.openRecent(it.id) })),
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
    ...(pinned.now.length > 0 ? [{ words: "Unpin all on this chart", run: () => pinned.unpinAll() }] : []),
    { words: "Rename workspace…", run: () => (dialogs.open = "rename") },
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
    { words: "Index weights…", run: () => open("weights") },
    ...(overview.read_only ? [] : [{ words: "Load a series…", run: () => open("load") }]),
    ...(selection.id ? [{ words: "Event study of the selection", run: study }] : []),
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
      words: `Group by: ${capital(lane)}`,
      run: () => {
        view.lanes = lane;
        view.view = "timeline";
      },
    }));
}

function datasets(overview: Overview): Command[] {
  const on = filter.now.datasets ?? overview.datasets.filter((it) => it.on).map((it) => it.id);
  return overview.datasets.map((dataset) => ({
    words: `${on.includes(dataset.id) ? "Hide" : "Show"} dataset: ${dataset.name}`,
    run: () => filter.toggle("datasets", dataset.id, on),
  }));
}

function asOf(overview: Overview): Command[] {
  const own = overview.read_only ? [] : workspaceDay(overview);
  const day = daysOf(view.asOf ?? overview.as_of);
  if (day === null) return own;
  const back = view.asOf ? [{ words: "As of: reset to the workspace date", run: () => (view.asOf = null) }] : [];
  return [
    { words: "As of: one day later", run: () => (view.asOf = isoOf(day + 1)) },
    { words: "As of: one day earlier", run: () => (view.asOf = isoOf(day - 1)) },
    ...back,
    ...own,
  ];
}

/** Commands for the as-of date stored in the workspace. */
function workspaceDay(overview: Overview): Command[] {
  return [
    { words: "As of: set the date of the workspace…", run: () => (dialogs.open = "as-of") },
    ...(overview.as_of
      ? [
          {
            words: "As of: follow today’s date",
            run: () => void attempt("set_workspace", { as_of: "" }).then(() => (view.asOf = null)),
          },
        ]
      : []),
  ];
}
