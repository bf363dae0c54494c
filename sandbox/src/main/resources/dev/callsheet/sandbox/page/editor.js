import {make} from "/workbench/elements.js";

const TOKEN = /("(?:[^"\\\n]|\\.)*"?)(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b/g;

/** Above this many characters a text is shown without colours. */
const MOST_COLOURED = 60_000;

/**
 * An editor of JSON: a text field, behind it the same text with colours and marks. What is changed
 * by others is changed as if it were typed, so that it can be undone.
 */
export class Editor {
  #marks = [];
  #window;
  #layer = make("pre", {class: "layer", "aria-hidden": "true"});
  #gutter = make("pre", {class: "gutter", "aria-hidden": "true"});
  #choices = make("ul", {class: "choices", role: "listbox", id: "choices", "aria-label": "Completions", hidden: true});
  #options = [];
  #chosen = 0;
  #complete;
  #onChange;

  /**
   * @param complete what may stand at an offset: `{from, to, options: [{text, label, note}]}` or null
   * @param onChange called with each text
   */
  constructor(complete, onChange) {
    this.#complete = complete;
    this.#onChange = onChange;
    this.field = make("textarea", {
      id: "text", spellcheck: "false", autocomplete: "off", autocapitalize: "off", wrap: "off", rows: 8,
      "aria-label": "The request as JSON", "aria-autocomplete": "list", "aria-controls": "choices",
      "aria-describedby": "editor-help",
      oninput: () => this.#changed(true),
      onkeydown: (event) => this.#onKey(event),
      onclick: () => this.#close(),
      onblur: () => this.#close(),
    });
    this.#window = make("div", {class: "editor", onscroll: () => this.#close()},
      this.#gutter, make("div", {class: "stack"}, this.#layer, this.field));
    this.element = make("div", {class: "frame"}, this.#window, this.#choices);
  }

  get text() {
    return this.field.value;
  }

  /** Has another text, from its beginning. */
  set text(text) {
    this.field.value = text;
    this.field.setSelectionRange(0, 0);
    this.#changed(false);
  }

  /** Makes edits `{from, to, text}`, which do not overlap; where the text is shown, as if they were typed. */
  apply(edits) {
    const active = document.activeElement;
    const isShown = this.field.offsetParent !== null;
    if (isShown) this.field.focus({preventScroll: true});
    const fromTheEnd = edits.filter((edit) => edit.text !== "" || edit.from < edit.to).sort((a, b) => b.from - a.from);
    for (const edit of fromTheEnd) {
      this.field.setSelectionRange(edit.from, edit.to);
      const isTyped = isShown && document.execCommand(edit.text === "" ? "delete" : "insertText", false, edit.text);
      if (!isTyped) this.field.setRangeText(edit.text, edit.from, edit.to, "end");
    }
    if (isShown && active && active !== this.field && active.isConnected) active.focus({preventScroll: true});
    this.#close();
    this.#changed(false);
  }

  /** Marks parts of the text: `{from, to, severity}`. */
  mark(marks) {
    this.#marks = marks;
    this.#draw();
  }

  /** Puts the caret at an offset. */
  goTo(offset) {
    this.field.focus();
    this.field.setSelectionRange(offset, offset);
    const line = this.text.slice(0, offset).split("\n").length;
    const height = this.field.scrollHeight / Math.max(1, this.text.split("\n").length);
    this.#window.scrollTop = Math.max(0, (line - 4) * height);
  }

  #changed(isTyped) {
    this.#draw();
    this.#onChange(this.text);
    if (isTyped) this.#offer(false);
  }

  #draw() {
    const text = this.text;
    const lines = text.split("\n").length;
    this.field.rows = Math.max(8, lines);
    this.#gutter.textContent = Array.from({length: lines}, (_, i) => i + 1).join("\n");
    this.#layer.replaceChildren(...(text.length > MOST_COLOURED ? [text] : coloured(text, this.#marks)), "\n");
  }

  #offer(isAsked) {
    const offset = this.field.selectionStart;
    const offered = this.field.selectionStart === this.field.selectionEnd ? this.#complete(this.text, offset, isAsked) : null;
    if (!offered || offered.options.length === 0) {
      this.#close();
      return;
    }
    this.#options = offered.options.map((option) => ({...option, from: offered.from, to: offered.to}));
    this.#chosen = 0;
    this.#choices.replaceChildren(...this.#options.map((option, i) =>
      make("li", {role: "option", id: `choice-${i}`, onmousedown: (event) => {
        event.preventDefault();
        this.#take(i);
      }}, make("code", {}, option.label), make("span", {}, option.note ?? ""))));
    this.#choices.hidden = false;
    this.#place(offset);
    this.#choose(0);
  }

  /** Below the caret, as far as there is room. */
  #place(offset) {
    const before = this.text.slice(0, offset);
    const column = offset - before.lastIndexOf("\n") - 1;
    this.#choices.style.setProperty("--line", before.split("\n").length);
    this.#choices.style.setProperty("--column", Math.max(0, Math.min(column, 24)));
    this.#choices.style.setProperty("--scrolled", `${this.#window.scrollTop}px`);
  }

  #choose(index) {
    this.#chosen = (index + this.#options.length) % this.#options.length;
    [...this.#choices.children].forEach((choice, i) => {
      choice.setAttribute("aria-selected", String(i === this.#chosen));
      if (i === this.#chosen) choice.scrollIntoView({block: "nearest"});
    });
    this.field.setAttribute("aria-activedescendant", `choice-${this.#chosen}`);
  }

  #take(index) {
    const option = this.#options[index];
    const before = option.before ? [option.before] : [];
    const caret = option.from + option.text.length - (option.back ?? 0) + before.length;
    this.field.focus();
    this.apply([...before, {from: option.from, to: option.to, text: option.text}]);
    this.field.setSelectionRange(caret, caret);
    if (option.goesOn) this.#offer(true);
  }

  #close() {
    this.#choices.hidden = true;
    this.#options = [];
    this.field.removeAttribute("aria-activedescendant");
  }

  #onKey(event) {
    const isOpen = this.#options.length > 0;
    if (event.key === " " && event.ctrlKey) this.#offer(true);
    else if (isOpen && event.key === "ArrowDown") this.#choose(this.#chosen + 1);
    else if (isOpen && event.key === "ArrowUp") this.#choose(this.#chosen - 1);
    else if (isOpen && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) this.#take(this.#chosen);
    else if (isOpen && event.key === "Escape") this.#close();
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) this.#breakLine();
    else return;
    event.preventDefault();
  }

  /** A new line begins under the one before, two columns further in an object or list. */
  #breakLine() {
    const at = this.field.selectionStart;
    const before = this.text.slice(0, at);
    const margin = /^[ \t]*/.exec(before.slice(before.lastIndexOf("\n") + 1))[0];
    const isInside = /[{[]\s*$/.test(before);
    const isClosed = isInside && /^\s*[}\]]/.test(this.text.slice(at));
    this.apply([{from: at, to: this.field.selectionEnd, text: `\n${margin}${isInside ? "  " : ""}${isClosed ? `\n${margin}` : ""}`}]);
    const caret = at + 1 + margin.length + (isInside ? 2 : 0);
    this.field.setSelectionRange(caret, caret);
  }
}

/** A text in spans: keys, strings, numbers and words, and marks across them. */
function coloured(text, marks) {
  const kinds = [];
  for (const found of text.matchAll(TOKEN)) {
    const [whole, string, colon, number, word] = found;
    const length = string !== undefined ? string.length : whole.length;
    kinds.push({from: found.index, to: found.index + length,
      kind: string !== undefined ? (colon ? "key" : "string") : number !== undefined ? "number" : word ? "word" : ""});
  }
  const stops = [...new Set([0, text.length,
    ...[...kinds, ...marks].flatMap((each) => [each.from, each.to])])].filter((stop) => stop <= text.length).sort((a, b) => a - b);
  const parts = [];
  let token = 0;
  for (let i = 0; i + 1 < stops.length; i++) {
    const [from, to] = [stops[i], stops[i + 1]];
    while (token < kinds.length && kinds[token].to <= from) token++;
    const kind = kinds[token] && kinds[token].from <= from ? kinds[token].kind : "";
    const mark = marks.find((each) => each.from <= from && each.to >= to);
    parts.push(kind || mark
      ? make("span", {class: [kind, mark ? `mark ${mark.severity}` : ""].join(" ").trim()}, text.slice(from, to))
      : text.slice(from, to));
  }
  return parts;
}
