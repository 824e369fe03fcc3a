/* Buttons, keys, wheel, mouse and fingers that move the map. */

const KEYS = {
  "+": "in", "=": "in", "-": "out", 0: "back",
  ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right",
};

/** What buttons and keys do to a view. */
const moves = (view) => ({
  in: () => view.zoom(0.6),
  out: () => view.zoom(1 / 0.6),
  up: () => view.moveBy(0, -view.height / 4),
  down: () => view.moveBy(0, view.height / 4),
  left: () => view.moveBy(-view.width / 4, 0),
  right: () => view.moveBy(view.width / 4, 0),
  back: () => view.goBack(),
});

export function followButtons(view, frame, controls) {
  const does = moves(view);
  controls.addEventListener("click", (event) => does[event.target.dataset.move]?.());
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = KEYS[event.key];
    if (!move) return;
    event.preventDefault();
    does[move]();
  });
}

/** A page that is being scrolled goes on past the map. */
export function followWheel(view, map) {
  let scrolled = -Infinity;
  document.addEventListener("scroll", () => (scrolled = performance.now()), { passive: true });
  map.addEventListener(
    "wheel",
    (event) => {
      const isOut = event.deltaY > 0 && view.isWhole;
      if (!event.ctrlKey && (isOut || performance.now() - scrolled < 300)) return;
      event.preventDefault();
      const turned = Math.max(-1, Math.min(1, event.deltaY * (event.deltaMode ? 0.05 : 0.002)));
      view.zoom(Math.exp(turned), view.under(event));
    },
    { passive: false },
  );
}

/** The mouse, or one or two fingers, that hold the map: they drag and pinch it. */
export class Hold {
  /** Whether it was dragged since it was taken hold of, so that what follows is no click. */
  hasMoved = false;
  #held = new Map();

  constructor(view, map) {
    map.addEventListener("dragstart", (event) => event.preventDefault());
    map.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      if (!this.isHeld) this.hasMoved = false;
      this.#held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    });
    map.addEventListener("pointermove", (event) => this.#follow(event, view, map));
    for (const end of ["pointerup", "pointercancel"]) {
      window.addEventListener(end, (event) => this.#held.delete(event.pointerId));
    }
    map.addEventListener("click", (event) => this.hasMoved && event.preventDefault(), true);
  }

  get isHeld() {
    return this.#held.size > 0;
  }

  #follow(event, view, map) {
    const before = this.#held.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!this.hasMoved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    this.hasMoved = true;
    map.setPointerCapture(event.pointerId);
    const scale = view.scale;
    const other = [...this.#held].find(([id]) => id !== event.pointerId)?.[1];
    this.#held.set(event.pointerId, now);
    if (other) {
      const apart = (finger) => Math.max(Math.hypot(finger.x - other.x, finger.y - other.y), 1);
      const between = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
      view.zoom(apart(before) / apart(now), view.under(between));
    }
    const fingers = this.#held.size;
    view.moveBy((before.x - now.x) / scale / fingers, (before.y - now.y) / scale / fingers);
  }
}
