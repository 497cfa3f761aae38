//! The table of bounds, round trips, refusals, days and order.

mod days;
mod everyday;
mod forms;
mod order;
mod random;
mod shown;
mod typed;
