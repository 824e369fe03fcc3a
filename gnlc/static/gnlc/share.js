// Sharing a page as the browser offers it. Without this file, the address stands in a field and the link to e-mail works.

const told = document.querySelector("[data-told]");

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    told.textContent = button.textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    // Whoever changes their mind has closed the window of the browser: there is nothing to be told.
    navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {});
  });
}
