/* What is typed at the desk is kept in the browser until it is saved, so that signing out loses nothing.
 *
 * A draft belongs to a person, the address to which its form sends, and the fields of the form. It is brought back when
 * the form is opened again, each field only if the page still has in it what it had then; what somebody else changed
 * meanwhile is shown beside it. It goes when the server says, by a cookie with that address, that what was sent is
 * saved; when it is discarded; after 14 days; and when another person works in this browser. Passwords, files, marks and
 * hidden fields are never kept. The sentences come from the page.
 */
"use strict";

const { person, root } = document.currentScript.dataset;
const PREFIX = "gnlc.draft ";
const DAYS = 14;
const MOST_OF_ONE = 300_000; // characters
const MOST = 1_500_000;
const SAVED = "desk_saved";
const KEPT = "textarea, select:not([multiple]), input:is([type=text], [type=url], [type=number], [type=date], [type=datetime-local])";

const plain = (text) => text.replaceAll("\r", "");
const addressOf = (form) => new URL(form.getAttribute("action") || location.href, location.href).pathname;
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.matches(KEPT));

function keyOf(form) {
  const names = [...new Set(fieldsOf(form).map((field) => field.name))].sort();
  return `${PREFIX}${person} ${addressOf(form)} ${names}`;
}

function fromPage(field) {
  if (!field.options) return plain(field.defaultValue);
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

/* Forget what is too old, another person's, or more than a browser should hold: the oldest first. */
function tidy() {
  const since = Date.now() - DAYS * 24 * 3600 * 1000;
  let length = 0;
  const own = keys().map((key) => ({ key, at: read(key)?.at ?? 0 }));
  for (const { key, at } of own.sort((one, other) => other.at - one.at)) {
    length += localStorage.getItem(key).length;
    if (at < since || length > MOST || !key.startsWith(`${PREFIX}${person} `)) localStorage.removeItem(key);
  }
}

/* Keep what is in a form and not in the page. `sent` says that the form is on its way, or is left as it was. */
function keep(form, sent) {
  const key = keyOf(form);
  const before = read(key);
  const fields = {};
  for (const field of fieldsOf(form)) {
    const now = plain(field.value);
    const was = fromPage(field);
    const old = before?.fields[field.name];
    // A page that refuses a form has in it what was typed; what the form had at first is in the draft.
    const first = old && old.now === was ? old.was : was;
    if (now !== first) fields[field.name] = { was: first, now, text: field.selectedOptions?.[0]?.text };
  }
  const draft = JSON.stringify({ at: Date.now(), sent: sent ?? before?.sent ?? false, fields });
  if (!Object.keys(fields).length || draft.length > MOST_OF_ONE) {
    localStorage.removeItem(key);
    return;
  }
  try {
    localStorage.setItem(key, draft);
  } catch {
    // The browser has no room, or keeps nothing: all works as without drafts.
  }
  tidy();
}

function put(field, { now, text }) {
  // A list that is filled while somebody types has only what was chosen.
  if (field.options && ![...field.options].some((option) => option.value === now)) field.add(new Option(text, now));
  field.value = now;
}

function say(form, name, lost) {
  const notice = document.getElementById(name).content.cloneNode(true).firstElementChild;
  const discard = notice.querySelector("button");
  if (lost.length) {
    const list = document.createElement("ul");
    for (const text of lost) {
      list.appendChild(document.createElement("li")).appendChild(document.createElement("bdi")).textContent = text;
    }
    discard.before(list);
  }
  discard.addEventListener("click", () => {
    localStorage.removeItem(keyOf(form));
    clearTimeout(touched.get(form));
    touched.delete(form);
    const fields = fieldsOf(form);
    for (const field of fields) put(field, { now: fromPage(field) });
    for (const each of form.querySelectorAll(".draft")) each.remove();
    fields[0].focus();
  });
  form.prepend(notice);
  for (let above = form.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
}

function bringBack(form) {
  const draft = read(keyOf(form));
  if (!draft) return;
  const lost = [];
  let isBack = false;
  for (const field of fieldsOf(form)) {
    const kept = draft.fields[field.name];
    const page = fromPage(field);
    if (!kept || kept.now === page) continue;
    if (kept.was === page) {
      put(field, kept);
      isBack = true;
    } else {
      lost.push(kept.text ?? kept.now);
    }
  }
  if (lost.length) say(form, "draft-changed", lost);
  if (isBack) say(form, "draft-back", []);
}

function bringAllBack(part) {
  for (const form of part.querySelectorAll("form[method=post]")) bringBack(form);
}

/* The server said that what was sent to an address is saved. */
function forgetSaved() {
  const cookie = document.cookie.split("; ").find((each) => each.startsWith(`${SAVED}=`));
  if (!cookie) return;
  const address = decodeURIComponent(cookie.slice(SAVED.length + 1));
  for (const key of keys()) {
    if (key.startsWith(`${PREFIX}${person} ${address} `) && read(key)?.sent) localStorage.removeItem(key);
  }
  document.cookie = `${SAVED}=; path=${root}; max-age=0`;
}

const touched = new Map(); // form → the timer that keeps it soon; 0 if what was typed is kept

function formOf(target) {
  const form = document.getElementById("draft-back") && target.closest("#content form[method=post]");
  return form && fieldsOf(form).length ? form : null;
}

function keepSoon({ target }) {
  const form = formOf(target);
  if (!form) return;
  clearTimeout(touched.get(form));
  const keepNow = () => {
    keep(form, false);
    touched.set(form, 0);
  };
  touched.set(form, setTimeout(keepNow, 300));
}

function keepAll() {
  for (const [form, timer] of touched) {
    clearTimeout(timer);
    if (form.isConnected) keep(form, timer ? false : undefined);
    touched.set(form, 0);
  }
}

document.addEventListener("input", keepSoon);
document.addEventListener("change", keepSoon);
// A list that Select2 draws tells of a choice in its own way; whoever was in it may have chosen.
document.addEventListener("focusin", (event) => {
  const form = event.target.closest(".select2") && formOf(event.target);
  if (form && !touched.has(form)) touched.set(form, 0);
});
document.addEventListener("submit", ({ target }) => {
  const form = formOf(target);
  // What is typed elsewhere on the page goes with it, or is drawn anew.
  keepAll();
  if (form) keep(form, true);
});
addEventListener("pagehide", keepAll);
// An entry that the desk shows anew without loading the page.
document.addEventListener("fresh", ({ target }) => {
  forgetSaved();
  bringAllBack(target);
});

try {
  tidy();
  forgetSaved();
  // Before fields are drawn by other scripts, which wait for the whole page.
  if (document.getElementById("draft-back")) bringAllBack(document.getElementById("content"));
} catch {
  // A browser that keeps nothing.
}
