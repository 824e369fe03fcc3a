/* Which part of the map is shown. All numbers are map units, those of the drawing's view box. */

const [WORLD_WIDTH, WORLD_HEIGHT] = [1000, 440];
const NARROWEST = 6; // about 250 km
const CLOSER = 450; // from here on the land is drawn with more detail

/** Where a dot stands on the map. */
export const centre = (dot) => new DOMPoint(...dot.lastElementChild.getAttribute("d").match(/[\d.]+/g).map(Number));

/** The part of a map that is shown, which can be moved and looked at closely. It tells `moved` whenever it changes. */
export class View extends EventTarget {
  /** The point that stays in its place while somebody zooms, as long as it is in sight; without it, the middle. */
  anchor = null;
  #map;
  #beginning;

  constructor(map) {
    super();
    this.#map = map;
    this.#beginning = map.getAttribute("viewBox").split(" ").map(Number);
    [this.x, this.y, this.width, this.height] = this.#beginning;
  }

  get isWhole() {
    return this.width >= WORLD_WIDTH;
  }

  get isClosest() {
    return this.width <= NARROWEST;
  }

  /** Pixels of the window to a unit of the map. */
  get scale() {
    return this.#map.getScreenCTM().a;
  }

  has(point) {
    return point.x >= this.x && point.x <= this.x + this.width && point.y >= this.y && point.y <= this.y + this.height;
  }

  /** The point of the map under a point of the window, and the other way round. */
  under({ clientX, clientY }) {
    return new DOMPoint(clientX, clientY).matrixTransform(this.#map.getScreenCTM().inverse());
  }

  inWindow(point) {
    return point.matrixTransform(this.#map.getScreenCTM());
  }

  show() {
    const within = (from, size, whole) => (size >= whole ? (whole - size) / 2 : Math.min(Math.max(from, 0), whole - size));
    this.x = within(this.x, this.width, WORLD_WIDTH);
    this.y = within(this.y, this.height, WORLD_HEIGHT);
    const box = [this.x, this.y, this.width, this.height];
    this.#map.setAttribute("viewBox", box.map((number) => number.toFixed(3)).join(" "));
    this.#map.classList.toggle("is-moved", !this.isWhole);
    if (this.width < CLOSER) this.#drawCloser();
    this.dispatchEvent(new Event("moved"));
  }

  /** Zoom by a factor, below 1 to look closer, so that a point of the map stays where it is. */
  zoom(factor, at = this.#middle()) {
    const wanted = Math.min(Math.max(this.width * factor, NARROWEST), Math.max(WORLD_WIDTH, this.#beginning[2]));
    const by = wanted / this.width;
    [this.x, this.y] = [at.x - (at.x - this.x) * by, at.y - (at.y - this.y) * by];
    [this.width, this.height] = [this.width * by, this.height * by];
    this.show();
  }

  moveBy(across, down) {
    this.x += across;
    this.y += down;
    this.show();
  }

  moveTo(point) {
    [this.x, this.y] = [point.x - this.width / 2, point.y - this.height / 2];
    this.show();
  }

  goBack() {
    [this.x, this.y, this.width, this.height] = this.#beginning;
    this.show();
  }

  #middle() {
    if (this.anchor && this.has(this.anchor)) return this.anchor;
    return { x: this.x + this.width / 2, y: this.y + this.height / 2 };
  }

  #drawCloser() {
    const address = this.#map.dataset.closer;
    if (!address) return;
    delete this.#map.dataset.closer;
    // Fetched before it is used: no moment without land.
    fetch(address).then((answer) => {
      if (!answer.ok) return;
      for (const part of this.#map.querySelectorAll("use")) {
        part.setAttribute("href", `${address}#${part.getAttribute("href").split("#")[1]}`);
      }
    }).catch(() => { this.#map.dataset.closer = address; });
  }
}
