//! Tests of workspace files as they lie on a disk: of earlier versions, damaged, hostile, in places that forbid things.

#[cfg(test)]
mod damage;
#[cfg(test)]
mod flips;
#[cfg(test)]
mod gulf;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod journals;
#[cfg(test)]
mod lying;
#[cfg(test)]
mod places;
#[cfg(test)]
mod said;
#[cfg(test)]
mod salvage;
#[cfg(test)]
mod told;
#[cfg(test)]
mod versions;
