//! The numbers: those of the reference, those of another program, and what must hold whatever they are.

#[cfg(test)]
mod golden;
#[cfg(test)]
mod market;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod statements;
