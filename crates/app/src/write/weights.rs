//! The verb `set_weight`.

use api::Fault;
use api::dto::{Done, SetWeightArgs};
use model::Weight;

use crate::lookup::weight::{find, name};
use crate::session::Session;

/// Sets a weight, or resets it to its default.
pub(crate) fn set_weight(session: &mut Session, args: SetWeightArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let weight = find(plan.base(), &args.weight)?;
        if let Some(value) = args.value {
            let (least, most) = weight.range();
            api::bounds::number("value", value, &(least..=most))?;
        }
        // Defaults are not stored.
        let value = args.value.filter(|it| weight.usual() != Some(*it));
        plan.set_weight(weight, value);
        let name = name(plan.base(), weight);
        let what = match weight {
            Weight::HalfLifeOfTheme(_) | Weight::HalfLifeOfCategory(_) => {
                format!("the half-life of “{name}”")
            }
            _ => format!("the weight of “{name}”"),
        };
        Ok(match args.value {
            Some(value) => format!("Set {what} to {value}"),
            None => format!("Reset {what} to the default"),
        })
    })
}
