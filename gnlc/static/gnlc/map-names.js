/* The map of the cities (map.js) says the name of the dot under the pointer or with the focus; where few dots are in
 * sight, each has its name beside it. A finger gets the names of the dots under it as links first.
 */
"use strict";

const label = frame.querySelector(".atlas__label");
const MOST_NAMED = 25; // dots in sight that have their names beside them
const FINGER = 22; // pixels around a tap that it may have meant
const MOST_OFFERED = 5; // dots under a finger that are listed; among more, it looks closer
const listed = new Map();
for (const link of document.querySelectorAll("#listed .names a")) listed.set(link.getAttribute("href"), link);

let isTouched = false; // by a finger last: it has no place to hover, so a name comes with its tap
frame.addEventListener("pointerdown", (event) => (isTouched = event.pointerType === "touch"), true);
frame.addEventListener("keydown", (event) => {
  isTouched = false;
  if (event.key === "Escape") hide();
}, true);

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

function follow() {
  place();
  writeNames();
}

map.addEventListener("moved", follow);
window.addEventListener("resize", follow);
document.fonts.ready.then(writeNames); // until then they may be longer or shorter
follow();
