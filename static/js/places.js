// Turns a plain text field into a search among places (WAI-ARIA combobox with a list).
// htmx brings the options; without scripts the field stays what it is.
const OPTION = "[role=option]";

function listOf(input) {
  return document.getElementById(input.dataset.places);
}

function close(input) {
  const list = listOf(input);
  list.replaceChildren();
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function choose(input, option) {
  input.value = option.dataset.name;
  close(input);
  input.focus();
}

function move(input, step) {
  const options = [...listOf(input).querySelectorAll(OPTION)];
  if (options.length === 0) return;
  const here = options.findIndex((option) => option.id === input.getAttribute("aria-activedescendant"));
  const next = options[(here + step + options.length) % options.length] ?? options[0];
  for (const option of options) option.setAttribute("aria-selected", String(option === next));
  input.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}

function onKey(event) {
  const input = event.target;
  if (!input.matches?.("input[data-places]") || event.isComposing) return;
  const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(input, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && active) {
    event.preventDefault();
    choose(input, active);
  } else if (event.key === "Escape") {
    close(input);
  }
}

function prepare(root) {
  for (const input of root.querySelectorAll("input[data-places]:not([role])")) {
    const list = listOf(input);
    const attributes = {
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  }
}

document.addEventListener("keydown", onKey);

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest?.(OPTION);
  const input = option && document.querySelector(`[data-places="${option.parentElement.id}"]`);
  if (!input) return;
  event.preventDefault(); // the field keeps the focus
  choose(input, option);
});

document.addEventListener("focusout", (event) => {
  if (event.target.matches?.("input[data-places][role]")) close(event.target);
});

document.addEventListener("htmx:after:swap", (event) => {
  prepare(document);
  const input = event.target.closest?.("input[data-places]");
  if (!input) return;
  const list = listOf(input);
  const found = list.querySelectorAll(OPTION).length > 0 && document.activeElement === input;
  if (!found) return close(input);
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  input.removeAttribute("aria-activedescendant");
});

prepare(document);
