/* The workbench by keyboard. Without this script its buttons and links do the same.
 *
 * Ctrl+Enter saves and goes on, Ctrl+Shift+Enter confirms what is there and goes on; Alt+Page Down and Alt+Page Up go
 * to the next and the previous text.
 */
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    document.querySelector(event.shiftKey ? "[data-confirm]" : "[data-save]")?.click();
    return;
  }
  const relation = event.altKey && { PageDown: "next", PageUp: "prev" }[event.key];
  const link = relation && document.querySelector(`a[rel=${relation}]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

// What was typed and not saved is not left by mistake.
const form = document.querySelector("[data-text]");
let isSent = false;
form?.addEventListener("submit", () => (isSent = true));
addEventListener("beforeunload", (event) => {
  const text = form?.elements.text;
  if (text && !isSent && text.value !== text.defaultValue) event.preventDefault();
});

const all = document.querySelector("[data-all]");
if (all) all.closest("label").hidden = false;
all?.addEventListener("change", () => {
  for (const box of document.querySelectorAll("input[name=text]")) box.checked = all.checked;
});

// Writing many texts takes a moment; the button says so, and is not pressed twice.
document.querySelector("form[data-busy]")?.addEventListener("submit", (event) => {
  event.submitter.textContent = event.target.dataset.busy;
  setTimeout(() => (event.submitter.disabled = true));
});
