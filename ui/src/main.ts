import "virtual:tokens.css";
import "./look/fonts.css";
import "./look/base.css";
import { mount } from "svelte";
import { useHost } from "./api/client";
import { tauri } from "./host/tauri";
import { painter } from "./scene/painter";
import Window from "./shell/Window.svelte";

useHost(tauri);
painter.start();
const target = document.getElementById("app");
if (target) mount(Window, { target });

// Only in windows started for benchmarks.
if ("FAULTLINE_BENCH" in window) void import("./bench/plug.svelte");
