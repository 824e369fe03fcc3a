// Offers names while somebody types. Without it, the box is a plain form.
// Keys and roles follow the combobox pattern of the ARIA Authoring Practices Guide (list autocomplete, manual selection).

for (const input of document.querySelectorAll("input[data-completions]")) {
  const list = Object.assign(document.createElement("ul"), { id: `${input.id}-names`, className: "completions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.label);
  const news = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  news.setAttribute("role", "status");
  input.closest(".search__row").after(list, news);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }

  let chosen = -1, asked = null, timer = null;
  const options = () => [...list.querySelectorAll("[role=option]")];

  function choose(index) {
    chosen = index;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  async function offer() {
    asked?.abort();
    asked = new AbortController();
    const text = input.value.trim();
    if (!text) return close();
    try {
      const answer = await fetch(`${input.dataset.completions}?q=${encodeURIComponent(text)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      list.innerHTML = await answer.text();
    } catch { return; } // a newer question, or no network: the form still works
    options().forEach((option, i) => { option.id = `${list.id}-${i}`; });
    choose(-1);
    list.hidden = !options().length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    news.textContent = list.hidden ? input.dataset.none : `${input.dataset.label} (${options().length})`;
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(offer, 120); });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    const number = options().length;
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
    if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.href = options()[chosen].dataset.href; }
    if (list.hidden || !number) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose((chosen + 1) % number); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 1 ? number - 1 : chosen - 1); }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.href = option.dataset.href;
  });
}
