//! Workspaces of any shape come back from JSON the same.

use api::dto::DataArgs;
use app::{Session, export_data};
use bench::synth::{Recipe, Synth};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]
    #[test]
    fn random_workspaces_come_back(events in 0_u64..120, seed in any::<u64>()) {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let synth = Synth::new(Recipe { events, seed }).unwrap();
        synth.write(&at("r.faultline"), false, |_| {}).unwrap();
        let session = Session::open(at("r.faultline")).unwrap();
        export_data(&session, at("all.json"), &DataArgs::default(), false).unwrap();
        let copy = Session::from_json(at("copy.faultline"), at("all.json")).unwrap();
        prop_assert!(copy.workspace() == session.workspace(), "value for value");
        export_data(&copy, at("again.json"), &DataArgs::default(), false).unwrap();
        let bytes = |name: &str| std::fs::read(at(name)).unwrap();
        prop_assert!(bytes("all.json") == bytes("again.json"), "byte for byte");
    }
}
