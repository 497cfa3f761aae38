//! Stub.
use crate::dto::*; use crate::{Fault,FaultCode,Session};
macro_rules! s { ($($m:ident { $($f:ident($a:ty)->$r:ty;)* })*) => { $(pub mod $m { use super::*; $(pub fn $f(_:&Session,_:$a)->Result<$r,Fault>{Err(Fault::new(FaultCode::Internal,"to come"))})* })* } }
s!{ overview { workspace(NoArgs)->Overview; } list { filter(ListArgs)->FilterResult; events(ListArgs)->Vec<EventRow>; links(ListArgs)->Vec<LinkRow>; themes(ListArgs)->Vec<ThemeRow>; actors(ListArgs)->Vec<ActorRow>; sources(ListArgs)->Vec<SourceRow>; } detail { event(EventArgs)->EventDetail; } search { search(SearchArgs)->Vec<SearchHit>; } when { date(DateArgs)->DateReply; } picture { timeline(TimelineArgs)->Vec<u8>; causes(CausesArgs)->Vec<u8>; } }
