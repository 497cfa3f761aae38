//! The `drivers` verb: drivers, outcomes, bridges and bottlenecks.

use api::Fault;
use api::dto::{ListArgs, RoleLine, RolesReply};
use graph::Role;
use model::Workspace;

use super::links::{causes, many};
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;

/// Maximum number of events per role.
pub(super) const MOST: usize = 5;

/// The roles of events.
pub(crate) fn drivers(session: &Session, args: ListArgs) -> Result<RolesReply, Fault> {
    let roles = causes(session, &args.filter)?.roles(MOST);
    let workspace = session.workspace();
    let lines = |roles: &[Role], because: &dyn Fn(&Role) -> String| {
        let line = |it: &Role| line(workspace, it, because);
        roles.iter().filter_map(line).collect()
    };
    Ok(RolesReply {
        drivers: lines(&roles.drivers, &|it| {
            let causes = match it.causes {
                0 => String::from("it has no recorded cause"),
                causes => format!("{} to it", lead(causes)),
            };
            format!("{} from it, and {causes}.", follow(it.count))
        }),
        outcomes: lines(&roles.outcomes, &|it| {
            let effects = match it.effects {
                0 => String::from("it has no recorded effect"),
                effects => format!("{} on from it", lead(effects)),
            };
            format!("{} led to it, and {effects}.", many(it.count, "event"))
        }),
        bridges: lines(&roles.bridges, &|it| {
            format!(
                "It is on the shortest chain between {} of events: {} to it and {} from it.",
                many(it.count, "pair"),
                lead(it.causes),
                lead(it.effects)
            )
        }),
        single_points: lines(&roles.single_points, &|it| {
            format!(
                "Every chain from the first causes to {} passes here.",
                many(it.count, "event")
            )
        }),
        is_sampled: roles.is_sampled,
    })
}

/// "1 claim leads", "3 claims lead".
fn lead(claims: usize) -> String {
    let verb = if claims == 1 { "leads" } else { "lead" };
    format!("{} {verb}", many(claims, "claim"))
}

/// "1 event follows", "3 events follow".
fn follow(events: usize) -> String {
    let verb = if events == 1 { "follows" } else { "follow" };
    format!("{} {verb}", many(events, "event"))
}

fn line(workspace: &Workspace, role: &Role, because: &dyn Fn(&Role) -> String) -> Option<RoleLine> {
    Some(RoleLine {
        event: event_ref(workspace.event(role.event)?),
        count: count(role.count),
        because: because(role),
    })
}
