// Elements are made of text nodes and attributes alone: nothing that came from elsewhere is read as HTML.

/** An element: `make("p", {class: "note", onclick}, "text", child)`. Null and false are left out. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** What the server answers, as JSON; throws an Error with its words when it refuses. */
export async function ask(path, method = "GET", body) {
  const reply = await fetch(path, {
    method,
    headers: body === undefined ? {} : {"Content-Type": "application/json"},
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const json = await reply.json();
  if (!reply.ok) throw new Error(json.errors?.[0]?.message ?? `HTTP ${reply.status}`);
  return json;
}

/** A place that shows the answer to the latest question alone, or why there is none. */
export class Answer {
  #place;
  #asked = 0;

  constructor(place) {
    this.#place = place;
  }

  /** Asks; shows what a function makes of the answer, unless something else has been asked since. */
  async to(path, elements) {
    const number = ++this.#asked;
    let shown;
    try {
      shown = elements(await ask(path));
    } catch (failed) {
      shown = [make("p", {class: "problem"}, `It could not be read: ${failed.message}`)];
    }
    if (number === this.#asked) this.#place.replaceChildren(...shown);
  }
}

/** Says something to whoever cannot see it change. */
export function announce(text) {
  document.getElementById("announced").textContent = text;
}

/** A button that copies a text and says so. */
export function copyButton(label, text) {
  const button = make("button", {type: "button", class: "quiet"}, label);
  onCopy(button, text);
  return button;
}

/** Has a button copy what a function returns. */
export function onCopy(button, text) {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed to copy";
    }
    setTimeout(() => (button.textContent = label), 1500);
  });
}

/** Tabs with their panels: `[{id, title, panel}]`; arrow keys move between them. */
export function tabs(label, all, onShow = () => {}) {
  const buttons = all.map((each, i) =>
    make("button", {
      type: "button", role: "tab", id: `tab-${each.id}`, "aria-controls": `panel-${each.id}`,
      onclick: () => show(i),
      onkeydown: (event) => {
        const step = {ArrowRight: 1, ArrowLeft: -1, Home: -i, End: all.length - 1 - i}[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = (i + step + all.length) % all.length;
        show(next);
        buttons[next].focus();
      },
    }, each.title));
  const panels = all.map((each) =>
    make("div", {role: "tabpanel", id: `panel-${each.id}`, "aria-labelledby": `tab-${each.id}`}, each.panel));
  function show(index) {
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === index));
      button.tabIndex = i === index ? 0 : -1;
    });
    panels.forEach((panel, i) => (panel.hidden = i !== index));
    onShow(all[index].id);
  }
  show(0);
  return {
    element: make("div", {class: "tabs"}, make("div", {role: "tablist", "aria-label": label}, buttons), panels),
    show: (id) => show(all.findIndex((each) => each.id === id)),
  };
}

/** A sentence with code in backquotes. */
export function prose(text) {
  return text.split(/(`[^`]*`)/).filter(Boolean).map((part) =>
    part.startsWith("`") && part.endsWith("`") && part.length > 1 ? make("code", {}, part.slice(1, -1)) : part);
}
