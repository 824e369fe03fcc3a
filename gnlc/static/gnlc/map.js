/* The map of the cities can be moved and looked at closely, and says the name of the dot under the pointer or with the
 * focus; where few dots are in sight, each has its name beside it. A finger gets the names of the dots under it as links
 * first. Without this script its dots are links, and the links above it and in the list beside it look closer.
 */
"use strict";

const frame = document.querySelector(".atlas__frame");
const map = frame.querySelector("svg");
const controls = frame.querySelector(".atlas__controls");
const label = frame.querySelector(".atlas__label");
const [WORLD_WIDTH, WORLD_HEIGHT] = [1000, 440];
const NARROWEST = 6; // map units, about 250 km
const MOST_NAMED = 25; // dots in sight that have their names beside them
const FINGER = 22; // pixels around a tap that it may have meant
const MOST_OFFERED = 5; // dots under a finger that are listed; among more, it looks closer
const CLOSER = 450; // from here on the land is drawn with more detail
const beginning = map.getAttribute("viewBox").split(" ").map(Number);
let [x, y, width, height] = beginning;
let named = null; // the dot whose name is shown

const dots = new Map([...map.querySelectorAll("a")].map((dot) => [dot.getAttribute("href"), dot]));
const listed = new Map();
for (const link of document.querySelectorAll("#listed .names a")) listed.set(link.getAttribute("href"), link);

/* Moving */

function show() {
  const within = (from, size, whole) => (size >= whole ? (whole - size) / 2 : Math.min(Math.max(from, 0), whole - size));
  x = within(x, width, WORLD_WIDTH);
  y = within(y, height, WORLD_HEIGHT);
  map.setAttribute("viewBox", [x, y, width, height].map((number) => number.toFixed(3)).join(" "));
  map.classList.toggle("is-moved", width < WORLD_WIDTH);
  if (width < CLOSER) drawCloser();
  place();
  writeNames();
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
  if (event.key === "Escape") hide();
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

/* Names */

let isTouched = false; // by a finger last: it has no place to hover, so a name comes with its tap
frame.addEventListener("pointerdown", (event) => (isTouched = event.pointerType === "touch"), true);
frame.addEventListener("keydown", () => (isTouched = false), true);

const mark = document.createElementNS("http://www.w3.org/2000/svg", "path");
map.append(mark);

/** The name of a dot as in the list, with its country, each in its own language and direction. */
function words(dot) {
  const link = listed.get(dot.getAttribute("href"));
  const country = link.closest("ul").previousElementSibling.querySelector("a");
  const copies = (element) => [...element.cloneNode(true).childNodes];
  return [...copies(link), " · ", ...copies(country)];
}

function name(dot) {
  if (!listed.has(dot?.getAttribute("href"))) return;
  label.replaceChildren(...words(dot));
  label.setAttribute("aria-hidden", "true"); // the dot says it already
  choose(dot);
}

/** Name dots that lie under a finger by links to their cities, the nearest first. */
function offer(found) {
  label.replaceChildren(...found.map((dot) => {
    const link = document.createElement("a");
    link.href = dot.getAttribute("href");
    link.append(...words(dot));
    return link;
  }));
  label.removeAttribute("aria-hidden");
  choose(found[0]);
}

function choose(dot) {
  named = dot;
  mark.setAttribute("d", dot.lastElementChild.getAttribute("d"));
  mark.setAttribute("class", `map__mark ${dot.getAttribute("class")}`);
  place();
}

/** A tap: the first names the dots near it, or looks closer where they are many; the second on one goes to its city. */
map.addEventListener("click", (event) => {
  if (!isTouched || hasMoved) return;
  event.preventDefault();
  const at = onMap(event);
  const away = (dot) => Math.hypot(centre(dot).x - at.x, centre(dot).y - at.y) * map.getScreenCTM().a;
  const found = [...dots.values()].filter((dot) => away(dot) <= FINGER).sort((one, other) => away(one) - away(other));
  if (found.length === 1 && found[0] === named) location.assign(named.getAttribute("href"));
  else if (found.length > MOST_OFFERED && width > NARROWEST) zoom(0.4, at);
  else if (found.length) offer(found);
  else hide();
});

/** Put the name beside its dot, within the frame. */
function place() {
  const at = named && centre(named);
  const isShown = Boolean(at && isSeen(at));
  label.hidden = !isShown;
  mark.classList.toggle("is-out", !isShown);
  if (!isShown) return;
  const point = at.matrixTransform(map.getScreenCTM());
  const around = frame.getBoundingClientRect();
  const [room, size] = [4, label.getBoundingClientRect()];
  const left = point.x - around.left - size.width / 2;
  const above = point.y - around.top - size.height - 14;
  label.style.left = `${Math.min(Math.max(left, room), around.width - size.width - room)}px`;
  label.style.top = `${above < room ? point.y - around.top + 14 : above}px`;
}

function hide() {
  named = null;
  place();
}

for (const dot of dots.values()) {
  // The browser would show the title as well, beside the name.
  const title = dot.querySelector("title");
  dot.setAttribute("aria-label", title.textContent);
  title.remove();
}
map.addEventListener("pointerover", (event) => {
  if (!held.size && event.pointerType !== "touch") name(event.target.closest("a"));
});
frame.addEventListener("pointerleave", () => {
  if (isTouched) return;
  hide();
  name(map.querySelector("a:focus-visible"));
});
// On the frame: a drawing that listens for the focus would take it, too.
frame.addEventListener("focusin", (event) => {
  const dot = event.target.closest("svg a");
  if (!dot || isTouched) return;
  const at = centre(dot);
  const margin = Math.min(width, height) / 12;
  const isInside = (point, from, size) => point > from + margin && point < from + size - margin;
  if (width < WORLD_WIDTH && !(isInside(at.x, x, width) && isInside(at.y, y, height))) {
    [x, y] = [at.x - width / 2, at.y - height / 2];
    show();
  }
  name(dot);
});
frame.addEventListener("focusout", () => isTouched || hide());
for (const [address, link] of listed) {
  for (const begin of ["pointerenter", "focus"]) link.addEventListener(begin, () => name(dots.get(address)));
  for (const end of ["pointerleave", "blur"]) link.addEventListener(end, hide);
}
/* Names beside their dots, where these are few: each where nothing stands yet, in the order of the dots. */

const names = document.createElementNS("http://www.w3.org/2000/svg", "g");
names.setAttribute("class", "map__names");
names.setAttribute("aria-hidden", "true");
map.append(names);

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function writeNames() {
  const scale = map.getScreenCTM().a;
  const seen = [...dots.values()].filter((dot) => isSeen(centre(dot)));
  names.replaceChildren();
  if (seen.length > MOST_NAMED) return;
  // In pixels from the corner of the map.
  const points = seen.map((dot) => ({ x: (centre(dot).x - x) * scale, y: (centre(dot).y - y) * scale }));
  const taken = points.map((point) => boxAround(point, 12, 12));
  const towards = getComputedStyle(map).direction === "rtl" ? -1 : 1;
  for (const [index, dot] of seen.entries()) {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.textContent = dot.getAttribute("aria-label");
    if (dot.hasAttribute("lang")) text.setAttribute("lang", dot.getAttribute("lang"));
    names.append(text);
    const long = text.getComputedTextLength();
    const beside = long / 2 + 10;
    const free = [[towards * beside, 0], [-towards * beside, 0], [0, -16], [0, 16]]
      .map(([across, down]) => boxAround({ x: points[index].x + across, y: points[index].y + down }, long + 4, 18))
      .find((box) => box.left > 0 && box.right < width * scale && !taken.some((other) => overlap(box, other)));
    if (!free) {
      text.remove();
      continue;
    }
    taken.push(free);
    text.setAttribute("transform", `translate(${x + free.x / scale} ${y + free.y / scale}) scale(${1 / scale})`);
  }
}

function boxAround({ x, y }, wide, high) {
  return { x, y, left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
}

window.addEventListener("resize", () => {
  place();
  writeNames();
});
document.fonts.ready.then(writeNames); // until then they may be longer or shorter

map.classList.add("is-live");
controls.hidden = document.querySelector(".atlas__keys").hidden = false;
show();
