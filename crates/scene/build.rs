//! Finds the bundled fonts among the npm packages that the window uses too, so that the screen and
//! every export measure and draw with the very same files.

use std::path::{Path, PathBuf};

/// Where each face lies under `ui/node_modules/@expo-google-fonts`, by the name of its variable.
const FONTS: [(&str, &str); 14] = [
    ("FONT_REGULAR", "inter/400Regular/Inter_400Regular.ttf"),
    ("FONT_MEDIUM", "inter/500Medium/Inter_500Medium.ttf"),
    ("FONT_SEMI_BOLD", "inter/600SemiBold/Inter_600SemiBold.ttf"),
    (
        "FONT_ITALIC",
        "inter/400Regular_Italic/Inter_400Regular_Italic.ttf",
    ),
    (
        "FONT_SEMI_BOLD_ITALIC",
        "inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf",
    ),
    (
        "FONT_ARABIC",
        "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    ),
    (
        "FONT_HEBREW",
        "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
    ),
    (
        "FONT_CJK",
        "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    ),
    (
        "FONT_EMOJI",
        "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
    ),
    (
        "FONT_KOREAN",
        "noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf",
    ),
    (
        "FONT_DEVANAGARI",
        "noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
    ),
    (
        "FONT_THAI",
        "noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf",
    ),
    (
        "FONT_GEORGIAN",
        "noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf",
    ),
    (
        "FONT_ARMENIAN",
        "noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf",
    ),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = fonts_folder();
    for (variable, file) in FONTS {
        let path = folder.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_file() {
            println!("cargo::rustc-env={variable}={}", path.display());
        } else {
            println!(
                "cargo::error=fonts are missing: run `cargo xtask setup` (looked for {})",
                path.display()
            );
        }
    }
}

fn fonts_folder() -> PathBuf {
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".into());
    let folder = Path::new(&here).join("../../ui/node_modules/@expo-google-fonts");
    folder.canonicalize().unwrap_or(folder)
}
