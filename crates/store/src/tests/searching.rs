//! Finding events by words.

use model::{
    Actor, ActorId, Citation, CitationId, Claim, ClaimId, EventId, Participant, Source, SourceId,
    Stance, Target,
};
use proptest::prelude::*;

use super::{event, new_file};
use crate::File;

fn found(file: &File, words: &str) -> Vec<i64> {
    let mut ids: Vec<_> = file
        .search(words, 50)
        .unwrap()
        .into_iter()
        .map(|it| it.0)
        .collect();
    ids.sort_unstable();
    ids
}

fn actor(name: &str) -> Actor {
    Actor {
        id: ActorId(1),
        handle: String::from("who"),
        name: name.to_owned(),
        parent: None,
        country: String::new(),
    }
}

#[test]
fn words_find_whatever_their_case_and_marks() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| {
        edit.put_event(&event(1, "Élysée warns Türkiye"))?;
        edit.put_event(&event(2, "Trade talks in Geneva"))?;
        edit.put_event(&event(3, "سفارة في بغداد"))
    })
    .unwrap();
    assert_eq!(found(&file, "elysee"), [1]);
    assert_eq!(found(&file, "TURK"), [1], "the last word is a beginning");
    assert_eq!(
        found(&file, "e\u{301}lyse\u{301}e"),
        [1],
        "marks apart from their letter"
    );
    assert_eq!(
        found(&file, "gen trade"),
        [] as [i64; 0],
        "only the last word is"
    );
    assert_eq!(found(&file, "trade gen"), [2]);
    assert_eq!(found(&file, "E3"), [3], "by handle");
    assert_eq!(found(&file, "بغداد"), [3]);
    assert_eq!(found(&file, "geneva baghdad"), [] as [i64; 0]);
}

#[test]
fn titles_come_before_summaries() {
    let (_folder, _path, mut file) = new_file();
    let mut aside = event(1, "Something else");
    aside.summary = String::from("Mentions Hormuz");
    file.change("Add", |edit| {
        edit.put_event(&aside)?;
        edit.put_event(&event(2, "Hormuz is closed"))
    })
    .unwrap();
    assert_eq!(file.search("hormuz", 9).unwrap(), [EventId(2), EventId(1)]);
    assert_eq!(file.search("hormuz", 1).unwrap(), [EventId(2)]);
}

#[test]
fn what_is_found_follows_every_change() {
    let (_folder, path, mut file) = new_file();
    let mut first = event(1, "Ships are seized");
    first.actors = vec![Participant {
        actor: ActorId(1),
        role: String::new(),
    }];
    file.change("Add, the actor last", |edit| {
        edit.put_event(&first)?;
        edit.put_actor(&actor("Aziz Nasirzadeh"))
    })
    .unwrap();
    assert_eq!(found(&file, "nasirz"), [1]);
    file.change("Rename", |edit| edit.put_actor(&actor("Defense minister")))
        .unwrap();
    assert_eq!(
        (found(&file, "nasirz"), found(&file, "minister")),
        (vec![], vec![1])
    );
    first.title = String::from("Tankers are boarded");
    first.actors.clear();
    file.change("Edit", |edit| edit.put_event(&first)).unwrap();
    assert_eq!(
        (
            found(&file, "ships"),
            found(&file, "minister"),
            found(&file, "tankers")
        ),
        (vec![], vec![], vec![1])
    );
    drop(file);
    assert_eq!(found(&File::open(path).unwrap(), "tankers"), [1]);
}

const TITLES: [&str; 18] = [
    "中国对美国商品加征关税",                         // 1
    "G7峰会发表声明",                                 // 2
    "日本の半導体輸出規制について",                   // 3
    "한미연합훈련 재개",                              // 4
    "ไทยประกาศขึ้นภาษีนำเข้า",                            // 5
    "ກອງປະຊຸມສຸດຍອດອາຊຽນ",                              // 6
    "កម្ពុជានិងថៃចរចា",                                   // 7
    "မြန်မာနိုင်ငံတွင်ငလျင်",                                 // 8
    "U.S.-China talks resume in Łódź",                // 9
    "Ørsted halts wind farm; Straße nach Þingvellir", // 10
    "Anti-dumping duties on O’Brien Steel",           // 11
    "Әлиев едет в Өскемен, Горбачёв молчит",          // 12
    "إيران تُعلن وقف إطلاق النار في غزة",               // 13
    "ארה״ב וישראל: שָׁלוֹם",                             // 14
    "ＡＳＥＡＮ ｻﾐｯﾄ",                                // 15
    "Η ΑΘΗΝΑΣ και ο Οδυσσεύς",                        // 16
    "ドナルド・トランプ大統領",                       // 17
    "Ağrı, Diyarbakır ve İzmir; Đà Nẵng",             // 18
];

/// What is typed, and which of these titles it finds.
#[test]
fn words_are_found_however_they_are_written() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| {
        (1..)
            .zip(TITLES)
            .try_for_each(|(id, title)| edit.put_event(&event(id, title)))
    })
    .unwrap();
    for (words, ids) in [
        ("关税", &[1][..]),
        ("中国", &[1]),
        ("税", &[1]),
        ("美国 关税", &[1]),
        ("国对美", &[1]),
        ("关中", &[]),
        ("G7", &[2]),
        ("g7峰会", &[2]),
        ("峰", &[2]),
        ("声明", &[2]),
        ("半導体", &[3]),
        ("輸出 規制", &[3]),
        ("の半", &[3]),
        ("연합", &[4]),
        ("훈련", &[4]),
        ("ภาษี", &[5]),
        ("นำเข้า", &[5]),
        ("อาซีอาน", &[]),
        ("ອາຊຽນ", &[6]),
        ("ថៃ", &[7]),
        ("ငလျင်", &[8]),
        ("US-China", &[9]),
        ("us china", &[9]),
        ("U.S. China", &[9]),
        ("“US–China”", &[9]),
        ("uschina", &[9]),
        ("lodz", &[9]),
        ("ŁÓDŹ", &[9]),
        ("orsted", &[10]),
        ("strasse", &[10]),
        ("thingvellir", &[10]),
        ("antidumping", &[11]),
        ("anti dumping", &[11]),
        ("dumping", &[11]),
        ("obrien", &[11]),
        ("O'Brien steel", &[11]),
        ("brien", &[11]),
        ("алиев", &[12]),
        ("оскемен", &[12]),
        ("горбачев", &[12]),
        ("ايران", &[13]),
        ("غزه", &[13]),
        ("تعلن", &[13]),
        ("ארהב", &[14]),
        ("ארה\"ב", &[14]),
        ("שלום", &[14]),
        ("asean サミット", &[15]),
        ("αθηνας", &[16]),
        ("οδυσσευσ", &[16]),
        ("トランプ", &[17]),
        ("ドナルドトランプ", &[17]),
        ("大統領", &[17]),
        ("agri", &[18]),
        ("izmir diyarbakir", &[18]),
        ("da nang", &[18]),
    ] {
        assert_eq!(found(&file, words), ids, "{words}");
    }
}

fn source(outlet: &str, title: &str) -> Source {
    Source {
        id: SourceId(9),
        handle: String::from("A1"),
        outlet: outlet.to_owned(),
        title: title.to_owned(),
        author: String::new(),
        published: None,
        read: None,
        address: String::new(),
        reliability: None,
    }
}

fn citation(id: i64, target: Target) -> Citation {
    Citation {
        id: CitationId(id),
        source: SourceId(9),
        target,
        quote: String::new(),
        locator: String::new(),
        credibility: None,
        stance: Stance::For,
    }
}

#[test]
fn events_are_found_by_the_sources_they_cite_through_every_change() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| {
        edit.put_event(&event(1, "Ships are seized"))?;
        edit.put_event(&event(2, "Talks fail"))?;
        edit.put_source(&source("Reuters", "Tankers held off Fujairah"))
    })
    .unwrap();
    let none: [i64; 0] = [];
    assert_eq!(found(&file, "reuters"), none);
    file.change("Cite", |edit| {
        edit.put_citation(&citation(20, Target::Event(EventId(1))))
    })
    .unwrap();
    assert_eq!(found(&file, "reuters"), [1]);
    assert_eq!(found(&file, "ships fujairah"), [1]);
    file.change("Cite for a claim", |edit| {
        edit.put_claim(&Claim {
            id: ClaimId(30),
            event: EventId(2),
            field: String::from("title"),
            value: String::from("Talks collapse"),
            adopted: false,
        })?;
        edit.put_citation(&citation(21, Target::Claim(ClaimId(30))))
    })
    .unwrap();
    assert_eq!(found(&file, "reuters"), [1, 2]);
    file.change("Rename", |edit| {
        edit.put_source(&source("Agence France-Presse", "x"))
    })
    .unwrap();
    assert_eq!(
        (found(&file, "reuters"), found(&file, "france presse")),
        (vec![], vec![1, 2])
    );
    file.undo(None).unwrap();
    assert_eq!(
        (found(&file, "reuters"), found(&file, "presse")),
        (vec![1, 2], vec![])
    );
    file.change("Move", |edit| {
        edit.put_citation(&citation(20, Target::Event(EventId(2))))
    })
    .unwrap();
    assert_eq!(found(&file, "reuters"), [2]);
    file.undo(None).unwrap();
    file.change("Delete the claim", |edit| edit.delete_claim(ClaimId(30)))
        .unwrap();
    assert_eq!(found(&file, "reuters"), [1]);
    file.undo(None).unwrap();
    assert_eq!(found(&file, "reuters"), [1, 2]);
    file.change("Delete the source", |edit| edit.delete_source(SourceId(9)))
        .unwrap();
    assert_eq!(found(&file, "reuters"), none);
    file.restore(3, None).unwrap();
    assert_eq!(found(&file, "fujairah"), [1, 2]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_words_are_an_error(words in ".*", mark in "[\"'*()^:+-]{0,6}(AND|OR|NOT|NEAR)?") {
        let (_folder, _path, file) = new_file();
        prop_assert!(file.search(&words, 9).is_ok());
        let marked = [mark.as_str(), " ", &words, &mark].concat();
        prop_assert!(file.search(&marked, 9).is_ok());
    }
}

#[test]
fn an_index_without_entries_is_whole() {
    let (_folder, path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    file.undo(None).unwrap();
    drop(file);
    assert_eq!(crate::examine(&path).unwrap().wrong, [""; 0]);
}
