//! Opens a workspace and says where the time goes.
use std::time::Instant;
fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let t = Instant::now();
    let file = store::File::open(&path).expect("opens");
    println!("open   {:?}", t.elapsed());
    let t = Instant::now();
    let w = file.read().expect("reads");
    println!("read   {:?} {}", t.elapsed(), w.events.len());
    let t = Instant::now();
    drop(w);
    println!("drop   {:?}", t.elapsed());
}
