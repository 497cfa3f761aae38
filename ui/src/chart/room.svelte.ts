// The size available to a picture, and the pixel ratio of the screen.

export class Room {
  /** Size of the observed element, CSS pixels. */
  width = $state(0);
  height = $state(0);
  /** Device pixels per CSS pixel. */
  pixelRatio = $state(window.devicePixelRatio);

  /** Create it during the initialization of the component that contains the element. */
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
    // The pixel ratio may differ on another screen.
    window.addEventListener("resize", finer);
    return () => {
      sized.disconnect();
      window.removeEventListener("resize", finer);
    };
  }
}
