/* The desk by keyboard, and decisions saved without leaving the place. Without this script plain forms do the same.
 *
 * Keys work only while an entry of the list has the focus: 1–9 takes a candidate, N, H and U press the button that
 * shows the letter, X goes to the reason for leaving out, Enter goes on to the next entry that is open.
 */
"use strict";

const OPEN = ".desk-entry[data-open]";

function go(entry) {
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "center" });
}

function goOn(from) {
  const open = [...document.querySelectorAll(OPEN)];
  const later = open.find((entry) => from.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_FOLLOWING);
  const next = later || open.find((entry) => entry !== from);
  if (next) {
    go(next);
  } else {
    // All is decided: control totals and what is left to do are counted anew.
    location.hash = "numbers";
    location.reload();
  }
}

async function send(entry, form, button) {
  if (entry.hasAttribute("aria-busy")) return;
  entry.setAttribute("aria-busy", "true");
  const response = await fetch(entry.dataset.address, {
    method: "POST",
    body: new FormData(form, button),
    headers: { "X-Desk": "entry" },
  }).catch(() => null);
  const holder = document.createElement("template");
  holder.innerHTML = response && response.ok ? await response.text() : "";
  const fresh = holder.content.querySelector(".desk-entry");
  if (response?.status === 410) {
    // Gone: the desk says why.
    location.reload();
    return;
  }
  if (!fresh) {
    // Signed out, gone, or no connection: the plain form says what is wrong.
    entry.removeAttribute("aria-busy");
    form.dataset.plain = "";
    form.requestSubmit(button);
    return;
  }
  if (fresh.id !== entry.id) document.getElementById(fresh.id)?.remove();
  entry.replaceWith(fresh);
  fresh.focus();
  fresh.dispatchEvent(new Event("fresh", { bubbles: true }));
  const count = document.querySelector("[data-undecided]");
  if (count) count.textContent = response.headers.get("X-Undecided");
}

document.addEventListener("submit", (event) => {
  const { busy } = event.target.dataset;
  if (busy) {
    // Reading takes a moment; the button says so, and is not pressed twice.
    const button = event.target.querySelector("[type=submit]");
    button.value = busy;
    setTimeout(() => (button.disabled = true));
    return;
  }
  const entry = event.target.closest(".desk-entry");
  const isOwn = entry && event.target.getAttribute("action") === entry.dataset.address;
  if (!isOwn || "plain" in event.target.dataset) return;
  event.preventDefault();
  send(entry, event.target, event.submitter);
});

document.addEventListener("keydown", (event) => {
  const entry = event.target.closest(".desk-entry");
  const isTyping = event.target.matches("input, select, textarea, summary");
  if (!entry || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter") {
    if (event.target !== entry) return;
    event.preventDefault();
    goOn(entry);
    return;
  }
  const control = [...entry.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key.toLowerCase());
  if (!control) return;
  event.preventDefault();
  if (control.matches("button")) control.click();
  else control.focus();
});

function showTarget() {
  const target = document.getElementById(location.hash.slice(1) || " ");
  target?.closest("details")?.setAttribute("open", "");
  target?.scrollIntoView({ block: "center" });
  if (target?.tabIndex === -1) target.focus({ preventScroll: true });
}

addEventListener("hashchange", showTarget);
addEventListener("DOMContentLoaded", showTarget);

document.addEventListener("click", (event) => {
  const begin = event.target.closest("[data-begin]");
  const first = begin && document.querySelector(OPEN);
  if (!first) return;
  event.preventDefault();
  go(first);
});
