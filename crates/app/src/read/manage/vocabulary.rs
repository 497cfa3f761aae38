//! The words that forms offer.

use api::Fault;
use api::dto::{GradeChoice, LikelihoodChoice, LinkTypeChoice, NoArgs, Vocabulary};
use model::{Basis, Confidence, Credibility, Kind, Reliability, Status, Strength, Tone, Workspace};

use crate::lookup::grade;
use crate::lookup::vocabulary::{CLAIM_FIELDS, hues};
use crate::session::Session;

/// The words that forms offer.
pub(crate) fn vocabulary(session: &Session, _: NoArgs) -> Result<Vocabulary, Fault> {
    let workspace = session.workspace();
    Ok(Vocabulary {
        kinds: Kind::ALL.to_vec(),
        statuses: Status::ALL.to_vec(),
        tones: Tone::ALL.to_vec(),
        likelihoods: likelihoods(workspace),
        confidences: Confidence::ALL.to_vec(),
        strengths: Strength::ALL.to_vec(),
        bases: Basis::ALL.to_vec(),
        reliabilities: grades(Reliability::ALL),
        credibilities: grades(Credibility::ALL),
        link_types: workspace.link_types.iter().map(link_type).collect(),
        hues: hues(),
        claim_fields: CLAIM_FIELDS.iter().map(|it| (*it).to_owned()).collect(),
    })
}

fn words(all: &[impl ToString]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn grades(all: &[impl ToString]) -> Vec<GradeChoice> {
    let choice = |mark: String| GradeChoice {
        words: grade::in_words(&mark),
        mark,
    };
    words(all).into_iter().map(choice).collect()
}

/// The words of the first scale, one of each band: a scale may have two names for the same chances.
fn likelihoods(workspace: &Workspace) -> Vec<LikelihoodChoice> {
    let Some(scale) = workspace.scales.first() else {
        return Vec::new();
    };
    let choice = |(word, band): &(model::ScaleWord, model::Band)| LikelihoodChoice {
        word: word.0.clone(),
        low_percent: band.low_percent,
        high_percent: band.high_percent,
    };
    scale.words.iter().map(choice).collect()
}

fn link_type(it: &model::LinkType) -> LinkTypeChoice {
    LinkTypeChoice {
        handle: it.handle.clone(),
        label: it.label.clone(),
        sign: it.sign,
        meaning: it.meaning.clone(),
    }
}
