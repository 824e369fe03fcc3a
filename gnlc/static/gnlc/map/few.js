/* Names beside their dots, where these are few: each where nothing stands yet, in the order of the dots. */

import { centre } from "./view.js";

const MOST_NAMED = 25; // dots in sight that have their names beside them

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function boxAround({ x, y }, wide, high) {
  return { x, y, left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
}

/** Give a drawing a layer of names; returns the function that writes them anew for what is in sight. */
export function namesBesideDots(view, map, dots) {
  const names = document.createElementNS("http://www.w3.org/2000/svg", "g");
  names.setAttribute("class", "map__names");
  names.setAttribute("aria-hidden", "true");
  map.append(names);

  return function write() {
    const scale = view.scale;
    const seen = [...dots.values()].filter((dot) => view.has(centre(dot)));
    names.replaceChildren();
    if (seen.length > MOST_NAMED) return;
    // In pixels from the corner of the map.
    const points = seen.map((dot) => ({ x: (centre(dot).x - view.x) * scale, y: (centre(dot).y - view.y) * scale }));
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
        .find((box) => box.left > 0 && box.right < view.width * scale && !taken.some((other) => overlap(box, other)));
      if (!free) {
        text.remove();
        continue;
      }
      taken.push(free);
      const [x, y] = [view.x + free.x / scale, view.y + free.y / scale];
      text.setAttribute("transform", `translate(${x} ${y}) scale(${1 / scale})`);
    }
  };
}
