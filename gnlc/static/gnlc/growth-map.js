/* The slider over the days of the register: dots appear and go as each says from when until when it counts. Without
 * this script each day is a link to the page as of that day.
 */
"use strict";

const player = document.querySelector(".player");
const slider = player.querySelector("input");
const button = player.querySelector("button");
const members = [...document.querySelectorAll("[data-from]")];
const stops = [...document.querySelectorAll(".stop")];
const asList = document.getElementById("as-list");
const STEP = 1600; // milliseconds from a day to the next
let playing = 0;

const show = (id, text) => (document.getElementById(id).textContent = text);

/** Show the map and the numbers as of a stop. */
function stopAt(index) {
  const stop = stops[index];
  const { day, published, publishedOn, own, ownOn } = stop.dataset;
  const inside = members.filter(({ dataset }) => dataset.from <= day && !(dataset.until <= day));
  const now = new Set(inside);
  for (const member of members) member.classList.toggle("is-out", !now.has(member));
  for (const each of stops) each.querySelector(".stop__day").removeAttribute("aria-current");
  const link = stop.querySelector(".stop__day");
  link.setAttribute("aria-current", "true");
  show("day", link.textContent);
  show("members", inside.length);
  show("countries", new Set(inside.map(({ dataset }) => dataset.in)).size);
  show("published", published);
  show("published-on", publishedOn);
  show("own", own);
  show("own-on", ownOn);
  slider.value = index;
  slider.setAttribute("aria-valuetext", link.textContent);
  asList.href = `${asList.pathname}?as_of=${day}`;
}

/** Say the day and its numbers, in the words of the list. */
function say(index) {
  const stop = stops[index];
  const numbers = stop.querySelector(".stop__numbers").textContent.trim().replace(/\s+/g, " ");
  show("said", `${stop.querySelector(".stop__day").textContent}: ${numbers}`);
}

function pause() {
  clearInterval(playing);
  playing = 0;
  button.textContent = player.dataset.play;
}

function goOn() {
  const next = Number(slider.value) + 1;
  if (next > Number(slider.max)) return pause();
  stopAt(next);
  say(next);
  if (next === Number(slider.max)) pause();
}

function play() {
  button.textContent = player.dataset.pause;
  if (slider.value === slider.max) stopAt(0);
  say(Number(slider.value));
  playing = setInterval(goOn, STEP);
}

button.addEventListener("click", () => (playing ? pause() : play()));
player.addEventListener("submit", (event) => event.preventDefault());
slider.addEventListener("input", () => {
  pause();
  stopAt(Number(slider.value));
  say(Number(slider.value));
});
if (stops.length) {
  slider.setAttribute("aria-valuetext", stops[slider.value].querySelector(".stop__day").textContent);
  player.hidden = false;
}
