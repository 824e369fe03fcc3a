/* A field that is drawn by Select2 is called as the field it stands for: by its label, or the heading of its column. */
"use strict";

function nameOf(select) {
  const cell = select.closest("td");
  const headings = cell?.closest("table").tHead?.rows[0].cells;
  const name = document.querySelector(`label[for="${CSS.escape(select.id)}"]`) ?? headings?.[cell.cellIndex];
  if (name) name.id ||= `${select.id}-name`;
  return name?.id;
}

function nameAll() {
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const drawn = select.parentElement.querySelector(".select2-selection");
    const chosen = drawn.querySelector(".select2-selection__rendered");
    // What is chosen is part of the name, not a field within the field, nor a list that holds a field.
    chosen.id ||= `${select.id}-chosen`;
    chosen.setAttribute("role", "presentation");
    chosen.removeAttribute("aria-readonly");
    drawn.setAttribute("aria-labelledby", `${nameOf(select)} ${chosen.id}`);
    drawn.querySelector("input")?.setAttribute("aria-labelledby", nameOf(select));
  }
}

/* What opens to choose from is drawn anew each time. */
function nameOpened({ target }) {
  for (const part of document.querySelectorAll(".select2-container--open :is(input, [role=listbox])")) {
    part.setAttribute("aria-labelledby", nameOf(target));
  }
  for (const drawn of document.querySelectorAll("[role=combobox][aria-owns]")) {
    drawn.setAttribute("aria-controls", drawn.getAttribute("aria-owns"));
  }
}

/* A sign with a name, beside a field that filters a long list, is a picture. */
function showPictures() {
  for (const sign of document.querySelectorAll("span.help-tooltip[aria-label]")) sign.setAttribute("role", "img");
}

// After Django's own, each of which waits for the same.
window.django?.jQuery?.(nameAll);
window.django?.jQuery?.(document).on("select2:open", nameOpened);
document.addEventListener("formset:added", nameAll);
window.addEventListener("load", showPictures);
