import {make, prose} from "/workbench/elements.js";
import {fits, starter} from "/workbench/fields.js";
import {find, parse, put, remove} from "/workbench/json.js";

/**
 * A request as a form, grouped by what a mode makes of its parameters. The text is the request; the
 * form shows it, and edits it where a field's value stands.
 */
export class Form {
  #apply;
  #onStart;
  #model = null;
  #mode = "";
  #text = "";
  #root = null;
  #prefix = [];
  #structure = null;
  #updates = new Map();
  #problems = new Map();
  #findings = [];
  #modes = make("fieldset", {class: "modes"});
  #notice = make("p", {class: "note warning", hidden: true});
  #body = make("div", {class: "form"});
  #opened = new Map();

  /**
   * @param apply makes edits of the text
   * @param onStart called with a mode when a request of it is to be begun anew
   */
  constructor(apply, onStart) {
    this.#apply = apply;
    this.#onStart = onStart;
    this.element = make("div", {}, this.#modes, this.#notice, this.#body);
  }

  /** Becomes the form of a model. */
  of(model) {
    this.#model = model;
    this.#mode = model.modes[0]?.name ?? "";
    this.#opened.clear();
    this.#structure = null;
    this.#modes.replaceChildren(
      make("legend", {}, "Mode"),
      ...model.modes.map((mode) => make("label", {title: mode.description},
        make("input", {type: "radio", name: "mode", value: mode.name, onchange: () => (this.mode = mode.name)}), mode.title)),
      make("button", {type: "button", class: "quiet", onclick: () => this.#onStart(this.#mode)}, "New request"));
    this.#modes.classList.toggle("single", model.modes.length === 0);
  }

  /** Shows what this mode needs and lets in. */
  set mode(name) {
    this.#mode = name;
    for (const input of this.#modes.querySelectorAll("input")) input.checked = input.value === name;
    this.#structure = null;
    this.#render();
  }

  /** Shows the values of a text; `prefix` leads to the task in it. */
  show(text, prefix) {
    this.#text = text;
    const read = parse(text);
    this.#root = read?.root ?? null;
    const isList = this.#root?.kind === "list";
    this.#prefix = [...(isList ? [0] : []), ...prefix];
    const notice = !read?.isWhole ? "The text is not JSON as it stands: put that right on the other side, under JSON."
      : isList && this.#root.items.length !== 1 ? `The form is for one request, and the text has ${this.#root.items.length}.` : "";
    this.#notice.textContent = notice;
    this.#notice.hidden = notice === "";
    this.#body.inert = notice !== "";
    if (notice === "") this.#render();
  }

  /** Shows what is found at the fields that it is about. */
  showFindings(findings) {
    this.#findings = findings;
    const prefix = this.#prefix.map((step) => `/${step}`).join("");
    const found = byPointer(findings);
    this.#problems.forEach((place, key) => {
      const here = found.get(prefix + key) ?? [];
      place.problem.replaceChildren(...here.map((finding) => make("span", {}, ...prose(finding.message))));
      place.problem.hidden = here.length === 0;
      if (here.some((finding) => finding.severity === "error")) place.control.setAttribute("aria-invalid", "true");
      else place.control.removeAttribute("aria-invalid");
    });
  }

  #node(path) {
    return this.#root ? find(this.#root, [...this.#prefix, ...path]) : null;
  }

  /** Puts a value, written as JSON, at a path; undefined takes it out, and what would be empty without it. */
  #set(path, written) {
    if (written !== undefined) {
      this.#apply([put(this.#text, this.#root, [...this.#prefix, ...path], written)]);
      return;
    }
    let at = path;
    while (at.length > 1 && typeof at.at(-1) === "string" && this.#node(at.slice(0, -1))?.members?.length === 1
      && typeof at.at(-2) === "string") at = at.slice(0, -1);
    const edit = remove(this.#text, this.#root, [...this.#prefix, ...at]);
    if (edit) this.#apply([edit]);
  }

  #presence(field) {
    return this.#model.presences[this.#mode]?.[field.path] ?? (field.isRequired ? "required" : "optional");
  }

  #render() {
    if (!this.#model || !this.#root) return;
    const structure = this.#shape();
    if (structure === this.#structure) {
      this.#updates.forEach((update) => update());
      return;
    }
    this.#structure = structure;
    const focused = document.activeElement?.dataset?.field;
    const caret = document.activeElement?.selectionStart;
    this.#updates.clear();
    this.#problems.clear();
    this.#body.replaceChildren(...this.#groups());
    if (focused) {
      const again = this.#body.querySelector(`[data-field="${CSS.escape(focused)}"]`);
      again?.focus({preventScroll: true});
      if (caret !== null && caret !== undefined && again?.setSelectionRange) again.setSelectionRange(caret, caret);
    }
    this.showFindings(this.#findings);
  }

  /** What the form is made of, as far as values do not matter. */
  #shape() {
    const of = (node) => {
      if (node?.kind === "object") return `{${node.members.map((member) => member.key + of(member.value)).join()}}`;
      if (node?.kind === "list") return `[${node.items.map(of).join()}]`;
      return node?.kind === "string" || node?.kind === "number" ? "." : node?.raw ?? "-";
    };
    const task = this.#node([]);
    const inside = (task?.members ?? []).filter((member) => ["object", "list"].includes(member.value?.kind));
    return [this.#mode, ...inside.map((member) => member.key + of(member.value)), ...this.#misplaced()].join("|");
  }

  /** The names that are there although the mode does not let them in. */
  #misplaced() {
    return this.#model.sections.flatMap((section) => section.fields)
      .filter((field) => this.#presence(field) === "forbidden" && this.#node([field.name])).map((field) => field.name);
  }

  #groups() {
    const all = this.#model.sections.flatMap((section) => section.fields).filter((field) => !this.#goesWithoutSaying(field));
    const needed = all.filter((field) => this.#isNeeded(field));
    const mode = this.#model.modes.find((each) => each.name === this.#mode);
    const groups = [make("fieldset", {class: "group"},
      make("legend", {}, mode ? `For ${mode.title}` : "Needed"),
      mode?.description ? make("p", {class: "note"}, mode.description) : null,
      needed.length === 0 ? make("p", {class: "note"}, "Nothing more is needed.") : make("div", {class: "fields-of"}, needed.map((field) => this.#field(field, []))))];
    for (const section of this.#model.sections) {
      const fields = section.fields.filter((field) => all.includes(field) && !needed.includes(field)
        && (this.#presence(field) !== "forbidden" || this.#node([field.name])));
      if (fields.length === 0) continue;
      const isUsed = fields.some((field) => this.#node([field.name]));
      groups.push(make("details", {
        class: "group", open: this.#opened.get(section.title) ?? isUsed,
        ontoggle: (event) => this.#opened.set(section.title, event.target.open),
      }, make("summary", {}, section.title, make("span", {class: "count"}, ` ${fields.length}`)),
      make("div", {class: "fields-of"}, fields.map((field) => this.#field(field, [])))));
    }
    return groups;
  }

  /** What has one value only that it must have, such as the kind of task, and the name of the task. */
  #goesWithoutSaying(field) {
    const node = this.#node([field.name]);
    return field.control.kind === "choice" && field.control.options.length === 1
      && field.isRequired && node?.value === field.control.options[0].value;
  }

  /** Needed in this mode, or a text that nearly every request has. */
  #isNeeded(field) {
    return this.#presence(field) === "required" || /prompt$/i.test(field.name) && !/negative/i.test(field.name);
  }

  #field(field, parent) {
    const path = [...parent, field.name];
    const presence = this.#presence(field);
    const notes = [
      presence === "required" ? make("span", {class: "tag required"}, "required") : null,
      presence === "forbidden" ? make("span", {class: "tag forbidden"}, "not in this mode") : null,
      field.isDeprecated ? make("span", {class: "tag forbidden"}, "deprecated") : null,
    ];
    return this.#control(field.control, path, {
      label: [make("code", {}, field.name), ...notes],
      name: field.name,
      summary: field.summary ?? "",
      hint: field.description,
      placeholder: field.default === undefined ? "" : typeof field.default === "string" ? field.default : JSON.stringify(field.default),
    });
  }

  #control(control, path, about) {
    switch (control.kind) {
      case "object": return this.#object(control, path, about);
      case "list": return this.#list(control, path, about);
      case "union": return this.#union(control, path, about);
      case "choice": return this.#choice(control.options, path, about);
      case "boolean": return this.#choice([{value: true}, {value: false}], path, about);
      case "json": return this.#written(path, {...about, isWide: true}, true, (text) => (isJson(text) ? text : JSON.stringify(text)), (node) => this.#text.slice(node.start, node.end));
      case "string": return this.#written(path, {...about, isWide: true}, /prompt|text|description/i.test(about.name) || control.maxLength > 300,
        (text) => JSON.stringify(text), shownText);
      default: return this.#written(path, about, false, (text) => (isNumber(text) ? text : JSON.stringify(text)), shownText, "decimal");
    }
  }

  /** A control with its label, its hint, and what is found at it. */
  #labelled(path, about, input) {
    const key = pointer(path);
    const id = `field${key.replaceAll(/[^\w]/g, "-")}`;
    input.id = id;
    input.dataset.field = key;
    const problem = make("p", {class: "problem", id: `${id}-problem`, hidden: true});
    const words = [about.summary, about.hint].filter(Boolean).join(" · ");
    const hint = words ? make("p", {class: "note", id: `${id}-hint`}, ...prose(words)) : null;
    input.setAttribute("aria-describedby", [problem.id, hint?.id].filter(Boolean).join(" "));
    this.#problems.set(key, {problem, control: input});
    return make("div", {class: about.isWide ? "field wide" : "field"}, make("label", {for: id}, about.label), make("div", {class: "input"}, input, about.button ?? null), problem, hint);
  }

  #written(path, about, isLong, write, read, inputmode) {
    const input = make(isLong ? "textarea" : "input", {
      type: isLong ? null : "text", rows: isLong ? 2 : null, autocomplete: "off", spellcheck: isLong ? null : "false",
      inputmode, placeholder: about.placeholder,
      oninput: () => this.#set(path, input.value === "" && !about.isItem ? undefined : write(input.value)),
    });
    const update = () => {
      const node = this.#node(path);
      const shown = node ? read(node) : "";
      if (input.value !== shown && document.activeElement !== input) input.value = shown;
    };
    update();
    this.#updates.set(pointer(path), update);
    return this.#labelled(path, about, input);
  }

  #choice(options, path, about) {
    const select = make("select", {
      onchange: () => this.#set(path, select.value === "" ? undefined : select.value),
    },
    make("option", {value: ""}, about.placeholder ? `not set (${about.placeholder})` : "not set"),
    options.map((option) => make("option", {value: JSON.stringify(option.value), title: option.description ?? null}, String(option.value))));
    const other = make("option", {disabled: true});
    const update = () => {
      const node = this.#node(path);
      const value = node ? this.#text.slice(node.start, node.end) : "";
      const known = [...select.options].some((option) => option !== other && option.value === value);
      if (known) other.remove();
      else {
        other.value = value;
        other.textContent = value;
        select.append(other);
      }
      select.value = value;
    };
    update();
    this.#updates.set(pointer(path), update);
    return this.#labelled(path, about, select);
  }

  #object(control, path, about) {
    const fields = control.fields.filter((field) => this.#presence(field) !== "forbidden" || this.#node([...path, field.name]));
    return this.#nested(path, about, fields.map((field) => this.#field(field, path)));
  }

  #list(control, path, about) {
    const items = this.#node(path)?.items ?? [];
    const add = (form, title) => make("button", {type: "button", class: "quiet", "data-field": `${pointer(path)}+${title}`, onclick: () =>
      this.#set(this.#node(path) ? [...path, items.length] : path, this.#node(path) ? starter(form) : `[${starter(form)}]`)},
    `Add ${title}`);
    const kinds = control.item.kind === "union" ? control.item.forms : [{control: control.item, title: ""}];
    return this.#nested(path, about, [
      ...items.map((item, i) => this.#control(control.item, [...path, i], {
        label: [make("code", {}, `${about.name}[${i}]`)], name: about.name, hint: "", placeholder: "", isItem: true,
        button: make("button", {type: "button", class: "quiet", onclick: () => this.#set(items.length === 1 ? path : [...path, i])}, "Remove"),
      })),
      make("div", {class: "buttons"}, kinds.map((form) => add(form.control, form.title || "item"))),
    ]);
  }

  #union(control, path, about) {
    const node = this.#node(path);
    const form = node && control.forms.find((each) => fits(each.control, node));
    if (form) return this.#control(form.control, path, about);
    const first = control.forms.find((each) => !["object", "list"].includes(each.control.kind));
    return first ? this.#control(first.control, path, about) : this.#nested(path, about, [
      make("div", {class: "buttons"}, control.forms.map((each) => make("button", {type: "button", class: "quiet",
        onclick: () => this.#set(path, starter(each.control))}, `Add ${each.title || each.control.kind}`)))]);
  }

  #nested(path, about, inside) {
    const key = pointer(path);
    const problem = make("p", {class: "problem", hidden: true});
    const set = make("fieldset", {class: "nested"}, make("legend", {}, about.label), about.button ?? null, problem,
      about.hint ? make("p", {class: "note"}, ...prose(about.hint)) : null, make("div", {class: "fields-of"}, inside));
    this.#problems.set(key, {problem, control: set});
    return set;
  }
}

function pointer(path) {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function shownText(node) {
  return node.kind === "string" ? node.value : node.raw ?? "";
}

function isNumber(text) {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Findings by the places that they are about. */
function byPointer(findings) {
  const groups = new Map();
  for (const finding of findings) {
    for (const pointer of new Set([finding.pointer, ...finding.related.map((other) => other.pointer)])) {
      groups.set(pointer, [...(groups.get(pointer) ?? []), finding]);
    }
  }
  return groups;
}
