/* The name of the dot under the pointer or with the focus. A finger gets the names of the dots under it as links first. */

import { centre } from "./view.js";

const FINGER = 22; // pixels around a tap that it may have meant
const MOST_OFFERED = 5; // dots under a finger that are listed; among more, it looks closer

/** Names dots of a map, one at a time, in a label within the frame; the words come from the list beside the map. */
export class Label {
  #view;
  #frame;
  #label;
  #listed;
  #named = null; // the dot whose name is shown
  #mark = document.createElementNS("http://www.w3.org/2000/svg", "path");

  constructor(view, frame, map, listed) {
    [this.#view, this.#frame, this.#listed] = [view, frame, listed];
    this.#label = frame.querySelector(".atlas__label");
    map.append(this.#mark);
    view.addEventListener("moved", () => this.place());
  }

  isOf(dot) {
    return dot === this.#named;
  }

  name(dot) {
    if (!this.#listed.has(dot?.getAttribute("href"))) return;
    this.#label.replaceChildren(...this.#words(dot));
    this.#label.setAttribute("aria-hidden", "true"); // the dot says it already
    this.#choose(dot);
  }

  /** Name dots that lie under a finger by links to their cities, the nearest first. */
  offer(found) {
    this.#label.replaceChildren(...found.map((dot) => {
      const link = document.createElement("a");
      link.href = dot.getAttribute("href");
      link.append(...this.#words(dot));
      return link;
    }));
    this.#label.removeAttribute("aria-hidden");
    this.#choose(found[0]);
  }

  hide() {
    this.#choose(null);
  }

  /** Put the name beside its dot, within the frame. */
  place() {
    const at = this.#named && centre(this.#named);
    const isShown = Boolean(at && this.#view.has(at));
    this.#label.hidden = !isShown;
    this.#mark.classList.toggle("is-out", !isShown);
    if (!isShown) return;
    const point = this.#view.inWindow(at);
    const around = this.#frame.getBoundingClientRect();
    const [room, size] = [4, this.#label.getBoundingClientRect()];
    const left = point.x - around.left - size.width / 2;
    const above = point.y - around.top - size.height - 14;
    this.#label.style.left = `${Math.min(Math.max(left, room), around.width - size.width - room)}px`;
    this.#label.style.top = `${above < room ? point.y - around.top + 14 : above}px`;
  }

  #choose(dot) {
    this.#named = dot;
    this.#view.anchor = dot && centre(dot);
    if (dot) {
      this.#mark.setAttribute("d", dot.lastElementChild.getAttribute("d"));
      this.#mark.setAttribute("class", `map__mark ${dot.getAttribute("class")}`);
    }
    this.place();
  }

  /** The name of a dot as in the list, with its country, each in its own language and direction. */
  #words(dot) {
    const link = this.#listed.get(dot.getAttribute("href"));
    const country = link.closest("ul").previousElementSibling.querySelector("a");
    const copies = (element) => [...element.cloneNode(true).childNodes];
    return [...copies(link), " · ", ...copies(country)];
  }
}

/** Let a label follow pointer, finger and focus, over the map and over the list. `dots` and `listed` are by address. */
export function nameWhatIsMeant(label, { view, hold, frame, map, dots, listed }) {
  let isTouched = false; // by a finger last: it has no place to hover, so a name comes with its tap
  frame.addEventListener("pointerdown", (event) => (isTouched = event.pointerType === "touch"), true);
  frame.addEventListener("keydown", (event) => {
    isTouched = false;
    if (event.key === "Escape") label.hide();
  }, true);
  // A tap: the first names the dots near it, or looks closer where they are many; the second on one goes to its city.
  map.addEventListener("click", (event) => {
    if (!isTouched || hold.hasMoved) return;
    event.preventDefault();
    const at = view.under(event);
    const away = (dot) => Math.hypot(centre(dot).x - at.x, centre(dot).y - at.y) * view.scale;
    const found = [...dots.values()].filter((dot) => away(dot) <= FINGER).sort((one, other) => away(one) - away(other));
    if (found.length === 1 && label.isOf(found[0])) location.assign(found[0].getAttribute("href"));
    else if (found.length > MOST_OFFERED && !view.isClosest) view.zoom(0.4, at);
    else if (found.length) label.offer(found);
    else label.hide();
  });
  map.addEventListener("pointerover", (event) => {
    if (!hold.isHeld && event.pointerType !== "touch") label.name(event.target.closest("a"));
  });
  frame.addEventListener("pointerleave", () => {
    if (isTouched) return;
    label.hide();
    label.name(map.querySelector("a:focus-visible"));
  });
  // On the frame: a drawing that listens for the focus would take it, too.
  frame.addEventListener("focusin", (event) => {
    const dot = event.target.closest("svg a");
    if (!dot || isTouched) return;
    const at = centre(dot);
    const margin = Math.min(view.width, view.height) / 12;
    const isInside = (point, from, size) => point > from + margin && point < from + size - margin;
    const isWellInside = isInside(at.x, view.x, view.width) && isInside(at.y, view.y, view.height);
    if (!view.isWhole && !isWellInside) view.moveTo(at);
    label.name(dot);
  });
  frame.addEventListener("focusout", () => isTouched || label.hide());
  for (const [address, link] of listed) {
    for (const begin of ["pointerenter", "focus"]) link.addEventListener(begin, () => label.name(dots.get(address)));
    for (const end of ["pointerleave", "blur"]) link.addEventListener(end, () => label.hide());
  }
}
