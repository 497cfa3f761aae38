use proptest::prelude::*;

use super::{asked, cut, cut_asked, fold, spaced};

#[test]
fn letters_that_unicode_does_not_take_apart() {
    for (text, folded) in [
        // Latin, those of the issue first.
        ("Łódź łódź", "lodz lodz"),
        ("Ørsted søm", "orsted som"),
        ("Đà Nẵng đ", "da nang d"),
        ("Seyðisfjörður Ð", "seydisfjordur d"),
        ("Straße GROẞ", "strasse gross"),
        ("Æthelred æ", "aethelred ae"),
        ("Œuvre cœur", "oeuvre coeur"),
        ("Þingvellir þ", "thingvellir th"),
        ("ISPARTA ısı İstanbul", "isparta isi istanbul"),
        ("ĸ Ħal Qormi ħ", "q hal qormi h"),
        ("Áŋŋel Ŋ", "annel n"),
        ("Əliyev Heydər", "aliyev heydar"),
        ("Ƀ ɓ Ɗ Ɖ ƙ Ƙ", "b b d d k k"),
        ("ŧ Ŧ Ƶ ƶ Ɵ ɨ", "t t z z o i"),
        ("ŀl Ŀ", "l\u{b7}l l\u{b7}"),
        ("ﬁve ﬀ Ǆ", "five ff dz"),
        ("ＵＳ ＃１２", "us #12"),
        ("CO₂ m² №5", "co2 m2 no5"),
        ("Việt Nam", "viet nam"),
        ("Škoda Čapek Ńowy", "skoda capek nowy"),
        // Greek and Cyrillic.
        ("Αθήνας ΑΘΗΝΑΣ", "αθηνασ αθηνασ"),
        ("Ἀθῆναι", "αθηναι"),
        ("Горбачёв ЁЖ", "горбачев еж"),
        ("Йод май", "иод маи"),
        ("Київ Ґанок", "киів ганок"),
        ("Қазақстан Өскемен Ұлы", "казакстан оскемен улы"),
        ("Тоҷикистон ҳ", "точикистон х"),
        // Hebrew and Arabic.
        ("שָׁלוֹם", "שלומ"),
        ("ארה״ב", "ארה\"ב"),
        ("إيران أمير آسيا ٱلله", "ايران امير اسيا الله"),
        ("مصطفى مصطفی", "مصطفي مصطفي"),
        ("کابل كابل", "كابل كابل"),
        ("مُحَمَّد مـــحمد", "محمد محمد"),
        ("غزة غزه", "غزه غزه"),
        ("٢٠٢٥ ۲۰۲۵", "2025 2025"),
        // Letters that must stay what they are.
        ("が か ガ ｶﾞ ﾊﾟ", "が か ガ ガ パ"),
        ("한국 \u{1112}\u{1161}\u{11ab}", "한국 한"),
        ("हिन्दी क़", "हिन्दी क"),
        ("ไทย ๒๕๖๘", "ไทย 2568"),
        ("中国 伊朗", "中国 伊朗"),
        ("US–China “x” ‘y’", "us-china \"x\" 'y'"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn words_and_what_ties_them() {
    for (text, words) in [
        ("U.S.-China talks", "us china talks uschina"),
        ("US-China", "us china uschina"),
        ("U.S. and U.K.", "us and uk"),
        ("the U.N.'s envoy", "the un s envoy uns"),
        ("U.S.A. e.g. 6 a.m.", "usa eg 6 am"),
        ("J.D. Vance", "jd vance"),
        ("Plan B. A new one. I am.", "plan b a new one i am"),
        ("Ph.D. reuters.com", "ph d reuters com phd"),
        (
            "anti-dumping co-operation",
            "anti dumping co operation antidumping cooperation",
        ),
        ("O'Brien O’Brien", "o brien o brien obrien obrien"),
        ("Xi's Xi`s", "xi s xi s xis"),
        ("l’Iran ʿAlī Qurʼan", "l iran ali qur an liran quran"),
        (
            "1,000 or 1'000 or 3.5 or 2,5",
            "1 000 or 1 000 or 3 5 or 2 5 1000 1000",
        ),
        ("2025-06-11 5-9 F-35 G-7", "2025 06 11 5 9 f 35 g 7 f35 g7"),
        ("AT&T, (x) / y_z", "at t x y z"),
        ("צה\"ל צה״ל", "צה ל צה ל צהל צהל"),
        ("он сказал \"нет\"", "он сказал нет"),
        ("ドナルド・トランプ", "ドナルド トランプ ドナルドトランプ"),
        ("می\u{200c}خواهم", "مي خواهم ميخواهم"),
        ("col·lectiu", "col lectiu collectiu"),
        ("soft\u{ad}ware zero\u{200b}width", "software zerowidth"),
        ("well--known x - y 'z'", "well known x y z"),
        (" … € 😀 ", ""),
    ] {
        assert_eq!(spaced(text), words, "{text}");
    }
}

#[test]
fn scripts_without_blanks_are_cut_into_pairs() {
    for (text, tokens) in [
        ("关税", "关税 税"),
        ("对华关税", "对华 华关 关税 税"),
        ("税", "税"),
        ("g7峰会2025年", "g7 峰会 会 2025 年"),
        ("日本の関税", "日本 本の の関 関税 税"),
        ("도널드 트럼프", "도널 널드 드 트럼 럼프 프"),
        ("ไทย", "ไท ทย ย"),
        ("trade talks", "trade talks"),
        ("переговоры в женеве", "переговоры в женеве"),
        ("", ""),
    ] {
        assert_eq!(cut(text), tokens, "{text}");
    }
    for (text, tokens, begins) in [
        ("关税", "关税", false),
        ("税", "税", true),
        ("g7峰会", "g7 峰会", false),
        ("g7峰", "g7 峰", true),
        ("峰会g7", "峰会 会 g7", false),
        ("trade", "trade", false),
    ] {
        assert_eq!(cut_asked(text), (tokens.to_owned(), begins), "{text}");
    }
}

#[test]
fn what_is_asked_has_both_forms() {
    let told = |text: &str| {
        let all = asked(text).into_iter();
        let one = all.map(|it| match it.joined {
            Some(joined) => format!("{}|{joined}", it.spaced),
            None => it.spaced,
        });
        one.collect::<Vec<_>>().join("; ")
    };
    assert_eq!(told("US-China trade"), "us china|uschina; trade");
    assert_eq!(told("U.S. O’Brien"), "us; o brien|obrien");
    assert_eq!(told("- ( \" "), "");
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn words_are_words(text in "[\\PC.' -]{0,20}") {
        let words = spaced(&text);
        prop_assert!(!words.starts_with(' ') && !words.ends_with(' ') && !words.contains("  "));
        for it in asked(&text) {
            prop_assert!(it.is_in(&words), "{it:?} in {words:?}");
        }
    }

    #[test]
    fn any_run_of_letters_inside_is_a_row_of_tokens(text in "[国美关税의ไทかx1]{1,12}", from in 0_usize..12, count in 1_usize..12) {
        let letters: Vec<char> = text.chars().collect();
        let from = from.min(letters.len() - 1);
        let inside: String = letters.iter().skip(from).take(count).collect();
        // Inside of a Latin word is no beginning of one.
        let cuts_latin = |at: usize| at > 0 && at < letters.len()
            && letters[at - 1].is_ascii() && letters[at].is_ascii();
        prop_assume!(!cuts_latin(from) && !cuts_latin((from + count).min(letters.len())));
        let (asked, begins) = cut_asked(&inside);
        let whole = format!(" {} ", cut(&text));
        let sought = if begins { format!(" {asked}") } else { format!(" {asked} ") };
        prop_assert!(whole.contains(&sought), "{sought:?} in {whole:?}");
    }
}
