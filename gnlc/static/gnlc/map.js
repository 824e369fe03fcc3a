/* The map of the cities can be moved and looked at closely; map-names.js says the names of its dots. Without these
 * scripts its dots are links, and the links above it and in the list beside it look closer.
 */
"use strict";

const frame = document.querySelector(".atlas__frame");
const map = frame.querySelector("svg");
const controls = frame.querySelector(".atlas__controls");
const [WORLD_WIDTH, WORLD_HEIGHT] = [1000, 440];
const NARROWEST = 6; // map units, about 250 km
const CLOSER = 450; // from here on the land is drawn with more detail
const beginning = map.getAttribute("viewBox").split(" ").map(Number);
let [x, y, width, height] = beginning;
let named = null; // the dot whose name is shown

const dots = new Map([...map.querySelectorAll("a")].map((dot) => [dot.getAttribute("href"), dot]));

/* Moving */

function show() {
  const within = (from, size, whole) => (size >= whole ? (whole - size) / 2 : Math.min(Math.max(from, 0), whole - size));
  x = within(x, width, WORLD_WIDTH);
  y = within(y, height, WORLD_HEIGHT);
  map.setAttribute("viewBox", [x, y, width, height].map((number) => number.toFixed(3)).join(" "));
  map.classList.toggle("is-moved", width < WORLD_WIDTH);
  if (width < CLOSER) drawCloser();
  map.dispatchEvent(new Event("moved"));
}

/** Zoom by a factor, below 1 to look closer, so that a point of the map stays where it is: the named dot, else the
 * middle. */
function zoom(factor, at) {
  at ??= named && isSeen(centre(named)) ? centre(named) : { x: x + width / 2, y: y + height / 2 };
  const wanted = Math.min(Math.max(width * factor, NARROWEST), Math.max(WORLD_WIDTH, beginning[2]));
  const by = wanted / width;
  [x, y, width, height] = [at.x - (at.x - x) * by, at.y - (at.y - y) * by, width * by, height * by];
  show();
}

function moveBy(across, down) {
  x += across;
  y += down;
  show();
}

function drawCloser() {
  const address = map.dataset.closer;
  if (!address) return;
  delete map.dataset.closer;
  // Fetched before it is used: no moment without land.
  fetch(address).then((answer) => {
    if (!answer.ok) return;
    for (const part of map.querySelectorAll("use")) {
      part.setAttribute("href", `${address}#${part.getAttribute("href").split("#")[1]}`);
    }
  }).catch(() => { map.dataset.closer = address; });
}

const MOVES = {
  in: () => zoom(0.6),
  out: () => zoom(1 / 0.6),
  up: () => moveBy(0, -height / 4),
  down: () => moveBy(0, height / 4),
  left: () => moveBy(-width / 4, 0),
  right: () => moveBy(width / 4, 0),
  back: () => {
    [x, y, width, height] = beginning;
    show();
  },
};
const KEYS = {
  "+": "in", "=": "in", "-": "out", 0: "back",
  ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right",
};

controls.addEventListener("click", (event) => MOVES[event.target.dataset.move]?.());
frame.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const move = KEYS[event.key];
  if (!move) return;
  event.preventDefault();
  MOVES[move]();
});

/** The point of the map under a point of the window, and the other way round. */
const onMap = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
const centre = (dot) => new DOMPoint(...dot.lastElementChild.getAttribute("d").match(/[\d.]+/g).map(Number));

const isSeen = (at) => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

/* The wheel: a page that is being scrolled goes on past the map. */

let scrolled = -Infinity;
document.addEventListener("scroll", () => (scrolled = performance.now()), { passive: true });
map.addEventListener(
  "wheel",
  (event) => {
    const isOut = event.deltaY > 0 && width >= WORLD_WIDTH;
    if (!event.ctrlKey && (isOut || performance.now() - scrolled < 300)) return;
    event.preventDefault();
    zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY * (event.deltaMode ? 0.05 : 0.002)))), onMap(event));
  },
  { passive: false },
);

/* Dragging and pinching */

const held = new Map(); // the fingers, or the mouse, that hold the map
let hasMoved = false;

map.addEventListener("dragstart", (event) => event.preventDefault());
map.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  if (!held.size) hasMoved = false;
  held.set(event.pointerId, { x: event.clientX, y: event.clientY });
});
map.addEventListener("pointermove", (event) => {
  const before = held.get(event.pointerId);
  if (!before) return;
  const now = { x: event.clientX, y: event.clientY };
  if (!hasMoved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
  hasMoved = true;
  map.setPointerCapture(event.pointerId);
  const scale = map.getScreenCTM().a;
  const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
  held.set(event.pointerId, now);
  if (other) {
    const apart = (finger) => Math.max(Math.hypot(finger.x - other.x, finger.y - other.y), 1);
    zoom(apart(before) / apart(now), onMap({ clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 }));
  }
  moveBy((before.x - now.x) / scale / held.size, (before.y - now.y) / scale / held.size);
});
for (const end of ["pointerup", "pointercancel"]) {
  window.addEventListener(end, (event) => held.delete(event.pointerId));
}
map.addEventListener("click", (event) => hasMoved && event.preventDefault(), true);

map.classList.add("is-live");
controls.hidden = document.querySelector(".atlas__keys").hidden = false;
show();
