// The font faces: the same files that Rust measures and exports with, so that screen and export agree.

import arabic from "@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf?url";
import regular from "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url";
import italic from "@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf?url";
import medium from "@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf?url";
import semiBold from "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url";
import semiBoldItalic from "@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf?url";
import emoji from "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf?url";
import hebrew from "@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf?url";
import armenian from "@expo-google-fonts/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf?url";
import devanagari from "@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf?url";
import georgian from "@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf?url";
import korean from "@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf?url";
import thai from "@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf?url";
import chinese from "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url";

/** A face: its file, and its CSS properties. */
export interface Face {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly file: string;
  /** Fallback for missing glyphs. */
  readonly instead: string;
}

const PLAIN = "sans-serif";
const LATIN = `"Helvetica Neue", Arial, sans-serif`;
const FALLBACK = `"Inter", sans-serif`;

function face(family: string, file: string, instead = FALLBACK, weight = "400", style = "normal"): Face {
  return { family, weight, style, file, instead };
}

/** In the order of the numbers on the wire. */
export const FACES: readonly Face[] = [
  face("Inter", regular, LATIN),
  face("Inter", medium, LATIN, "500"),
  face("Inter", semiBold, LATIN, "600"),
  face("Inter", italic, LATIN, "400", "italic"),
  face("Inter", semiBoldItalic, LATIN, "600", "italic"),
  face("IBM Plex Sans Arabic", arabic),
  face("Noto Sans Hebrew", hebrew),
  face("Noto Sans SC", chinese),
  face("Noto Emoji", emoji),
  face("Noto Sans KR", korean),
  face("Noto Sans Devanagari", devanagari),
  face("Noto Sans Thai", thai),
  face("Noto Sans Georgian", georgian),
  face("Noto Sans Armenian", armenian),
];

/** The CSS font of a face. */
export function font(number: number, sizePx: number): string {
  const it = FACES[number];
  if (!it) return `${sizePx}px ${PLAIN}`;
  return `${it.style === "normal" ? "" : `${it.style} `}${it.weight} ${sizePx}px "${it.family}", ${it.instead}`;
}
