/* The map of the cities can be moved and looked at closely, and says the names of its dots. Without this script its
 * dots are links, and the links above it and in the list beside it look closer.
 */

import { namesBesideDots } from "./map/few.js";
import { followButtons, followWheel, Hold } from "./map/hands.js";
import { Label, nameWhatIsMeant } from "./map/names.js";
import { View } from "./map/view.js";

const frame = document.querySelector(".atlas__frame");
const map = frame.querySelector("svg");
const controls = frame.querySelector(".atlas__controls");
const byAddress = (links) => new Map([...links].map((link) => [link.getAttribute("href"), link]));
const dots = byAddress(map.querySelectorAll("a"));
const listed = byAddress(document.querySelectorAll("#listed .names a"));

for (const dot of dots.values()) {
  // The browser would show the title as well, beside the name.
  const title = dot.querySelector("title");
  dot.setAttribute("aria-label", title.textContent);
  title.remove();
}

const view = new View(map);
const hold = new Hold(view, map);
followButtons(view, frame, controls);
followWheel(view, map);

const label = new Label(view, frame, map, listed);
nameWhatIsMeant(label, { view, hold, frame, map, dots, listed });

const writeNames = namesBesideDots(view, map, dots);
view.addEventListener("moved", writeNames);
window.addEventListener("resize", () => {
  label.place();
  writeNames();
});
document.fonts.ready.then(writeNames); // until then they may be longer or shorter

map.classList.add("is-live");
controls.hidden = document.querySelector(".atlas__keys").hidden = false;
view.show();
