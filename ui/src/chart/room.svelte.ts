// The room that a picture has on the page, and how fine its pixels are.

export class Room {
  /** Of the element that is followed, in pixels of the page. */
  width = $state(0);
  height = $state(0);
  /** Device pixels to one of the page. */
  pixelRatio = $state(window.devicePixelRatio);

  /** To be made with the component that holds the element. */
  constructor(frame: () => HTMLElement) {
    $effect(() => this.#follow(frame()));
  }

  #follow(frame: HTMLElement): () => void {
    const finer = () => (this.pixelRatio = window.devicePixelRatio);
    const sized = new ResizeObserver(() => {
      [this.width, this.height] = [frame.clientWidth, frame.clientHeight];
      finer();
    });
    sized.observe(frame);
    // On another screen the same room may have finer pixels.
    window.addEventListener("resize", finer);
    return () => {
      sized.disconnect();
      window.removeEventListener("resize", finer);
    };
  }
}
