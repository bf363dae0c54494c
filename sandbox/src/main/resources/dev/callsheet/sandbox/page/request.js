import {announce, ask, copyButton, make, prose, tabs} from "/workbench/elements.js";
import {Editor} from "/workbench/editor.js";
import {complete} from "/workbench/completion.js";
import {Form} from "/workbench/form.js";
import {indented, parse, put} from "/workbench/json.js";

const PAUSE = 250;

/** A request that is written: as a form and as JSON, with findings, price and code; and run. */
export class Request {
  #model = null;
  #models;
  #review = null;
  #reviewed = "";
  #timer = 0;
  #asked = 0;
  #used = new Set();
  #picker;
  #about = make("p", {class: "about"});
  #editor = new Editor((text, offset, isAsked) => complete(this.#model, text, offset, isAsked), () => this.#changed());
  #form = new Form((edits) => this.#editor.apply(edits), (mode) => this.#start(mode));
  #findings = make("ol", {class: "findings"});
  #verdict = make("p", {class: "verdict", role: "status"});
  #total = make("p", {class: "total"});
  #price = make("div", {class: "price"});
  #run = make("button", {type: "button", class: "main", id: "run", disabled: true, onclick: () => this.#send()}, "Run");
  #sent = make("div", {class: "sent", role: "status"});
  #code = {json: make("div"), curl: make("div"), java: make("div")};
  #views;

  constructor(section, models) {
    this.#models = models;
    this.#picker = make("select", {id: "model", onchange: () => this.#choose(this.#picker.value)}, grouped(models));
    this.#views = tabs("Views of the request", [
      {id: "form", title: "Form", panel: this.#form.element},
      {id: "text", title: "JSON", panel: [
        this.#editor.element,
        make("p", {class: "note", id: "editor-help"}, "Names and values are completed as you type, or with ", make("kbd", {}, "Ctrl"), " ", make("kbd", {}, "Space"), ".")]},
    ]);
    section.append(
      make("section", {class: "write", "aria-labelledby": "request-title"},
        make("div", {class: "bar"}, make("h2", {id: "request-title"}, "Request")),
        make("p", {class: "field"}, make("label", {for: "model"}, "Model"), this.#picker),
        this.#about,
        this.#views.element,
        make("div", {class: "runs"}, this.#run, this.#total, this.#verdict),
        this.#sent,
        this.#findings,
        this.#price,
        make("details", {class: "code"}, make("summary", {}, make("h3", {}, "As it is sent, and as code")),
          tabs("The request as code", [
            {id: "sent", title: "JSON as sent", panel: this.#code.json},
            {id: "curl", title: "curl", panel: this.#code.curl},
            {id: "java", title: "Java", panel: this.#code.java},
          ]).element)));
    this.#choose(new URLSearchParams(location.hash.slice(1)).get("model") ?? models[0].id);
  }

  async #choose(id) {
    const known = this.#models.find((model) => model.id === id) ?? this.#models[0];
    this.#picker.value = known.id;
    this.#about.textContent = "Reading the model…";
    let model;
    try {
      model = await ask(`/workbench/model?id=${encodeURIComponent(known.id)}`);
    } catch (refused) {
      if (this.#picker.value === known.id) this.#about.textContent = refused.message;
      return;
    }
    if (this.#picker.value !== known.id) return; // another one has been chosen since
    this.#model = model;
    history.replaceState(null, "", `#model=${encodeURIComponent(known.id)}`);
    this.#about.replaceChildren(this.#model.summary, " ",
      this.#model.docs ? make("a", {href: `/docs/${this.#model.docs}`}, "Its documentation") : "");
    this.#form.of(this.#model);
    this.#start(this.#model.modes[0]?.name ?? "");
  }

  /** Begins anew with a smallest request of a mode. */
  #start(mode) {
    const start = this.#model.starts[mode] ?? Object.values(this.#model.starts)[0] ?? "{}";
    this.#editor.text = indented(start);
    this.#renewId();
    this.#sent.replaceChildren();
    this.#form.mode = mode;
  }

  get #prefix() {
    return this.#model.isEnveloped ? ["request"] : [];
  }

  /** Gives the task a UUID that no other has, where its caller chooses one. */
  #renewId() {
    const read = parse(this.#editor.text);
    if (!this.#model.idMember || !read || read.root.kind !== "object") return;
    this.#editor.apply([put(this.#editor.text, read.root, [...this.#prefix, this.#model.idMember], JSON.stringify(crypto.randomUUID()))]);
  }

  #changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
    if (this.#model) this.#form.show(this.#editor.text, this.#prefix);
  }

  /** Has the text reviewed; false where that could not be done. */
  async #ask() {
    const text = this.#editor.text;
    const number = ++this.#asked;
    let review;
    try {
      review = await ask("/workbench/review", "POST", {text});
    } catch (failed) {
      if (number === this.#asked) this.#verdict.textContent = `It could not be linted: ${failed.message}`;
      return false;
    }
    if (number !== this.#asked || text !== this.#editor.text) return true; // a newer one is on its way
    this.#review = review;
    this.#reviewed = text;
    this.#show(review, text);
    return true;
  }

  #show(review, text) {
    const errors = review.findings.filter((finding) => finding.severity === "error").length;
    this.#editor.mark(review.findings.map((finding) => markOf(text, finding)));
    this.#verdict.textContent = review.findings.length === 0 ? "No findings: it is a valid request."
      : `${review.findings.length} ${review.findings.length === 1 ? "finding" : "findings"}`;
    this.#verdict.dataset.kind = errors > 0 ? "bad" : review.findings.length > 0 ? "some" : "good";
    this.#findings.replaceChildren(...review.findings.map((finding) => this.#finding(finding)));
    this.#form.showFindings(review.findings);
    this.#showPrice(review, errors);
    const requests = review.requests;
    this.#run.disabled = !requests.some((request) => request.path);
    this.#run.textContent = errors > 0 ? "Run anyway" : "Run";
    show(this.#code.json, requests.map((each) => each.body && indented(each.body)), "Shown once the model is known.");
    show(this.#code.curl, requests.map((each) => each.curl), "Shown once the model is known, where its platform says how it is sent.");
    show(this.#code.java, requests.map((each) => each.java), "Shown once no error is left.");
  }

  #finding(finding) {
    return make("li", {class: finding.severity},
      make("p", {}, make("span", {class: "chip"}, finding.severity), " ", ...prose(finding.message)),
      make("p", {class: "where"},
        make("button", {type: "button", class: "link", onclick: () => this.#goTo(finding)}, `line ${finding.line}:${finding.column}`),
        " ", make("code", {}, finding.rule)),
      finding.repairs.length === 0 ? null : make("ul", {class: "repairs", "aria-label": "Repairs"},
        finding.repairs.map((repair) => make("li", {}, repair.edits.length > 0
          ? make("button", {type: "button", class: "repair", onclick: () => this.#repair(repair)}, ...prose(repair.description))
          : make("span", {class: "note"}, ...prose(repair.description))))));
  }

  #goTo(finding) {
    this.#views.show("text");
    this.#editor.goTo(offsetOf(this.#editor.text, finding.line, finding.column));
  }

  /** What a repair changes is known for the text that was linted. */
  async #repair(repair) {
    if (this.#editor.text !== this.#reviewed) return;
    this.#editor.apply(repair.edits);
    announce(`Done: ${repair.description}`);
    clearTimeout(this.#timer);
    await this.#ask();
    if (document.activeElement === document.body) (this.#findings.querySelector(".repair") ?? this.#run).focus();
  }

  #showPrice(review, errors) {
    const prices = review.requests.map((request) => request.price).filter(Boolean);
    this.#total.replaceChildren(...(prices.length > 0
      ? [make("strong", {}, prices.map((price) => price.total).join(" and "))]
      : [make("span", {class: "note"}, errors > 0 ? "priced once no error is left" : "")]));
    this.#price.hidden = prices.length === 0;
    this.#price.replaceChildren(make("h3", {}, "Price"), ...prices.map((price) =>
      make("table", {}, make("tbody", {},
        price.charges.map((charge) => make("tr", {},
          make("th", {scope: "row"}, charge.id), make("td", {class: "amount"}, charge.price), make("td", {class: "note"}, charge.why))),
        make("tr", {class: "sum"},
          make("th", {scope: "row"}, "Total"), make("td", {class: "amount"}, price.total),
          make("td", {class: "note"}, price.charges.length > 0 ? "" : price.why))))));
  }

  async #send() {
    this.#run.disabled = true;
    this.#sent.replaceChildren(make("p", {class: "note"}, "Sent; waiting for the reply…"));
    clearTimeout(this.#timer);
    while (this.#reviewed !== this.#editor.text && await this.#ask()); // what is sent is what is written now
    const replies = [];
    if (this.#reviewed === this.#editor.text) {
      for (const request of this.#review.requests.filter((each) => each.path)) {
        replies.push(await this.#sendOne(request));
      }
    }
    this.#sent.replaceChildren(...replies);
    this.#run.disabled = false;
    this.#renewId(); // this one is taken
  }

  async #sendOne(request) {
    try {
      const reply = await fetch(request.path, {
        method: "POST",
        headers: {"Content-Type": "application/json", ...request.headers},
        body: request.body,
        signal: AbortSignal.timeout(30_000),
      });
      const text = await reply.text();
      return reply.ok
        ? make("p", {class: "good"}, `Accepted (${reply.status}).${this.#model.idMember ? " The next one has another UUID." : ""}`)
        : make("details", {class: "problem", open: true}, make("summary", {}, `Refused: ${reply.status}`),
          make("pre", {tabindex: 0, "aria-label": "The reply"}, indented(text)));
    } catch (failed) {
      return make("p", {class: "problem"}, failed.name === "TimeoutError" ? "No reply within 30 seconds." : "The connection ended without a reply.");
    }
  }
}

/** The models as options, by who made them. */
function grouped(models) {
  const groups = new Map();
  for (const model of models) {
    const creator = model.creator ?? "Others";
    groups.set(creator, [...(groups.get(creator) ?? []), model]);
  }
  return [...groups].map(([creator, all]) =>
    make("optgroup", {label: creator}, all.map((model) => make("option", {value: model.id}, `${model.name} – ${model.id}`))));
}

/** Texts below each other; a note where there are none. */
function show(place, texts, none) {
  const shown = texts.filter(Boolean);
  place.replaceChildren(...(shown.length === 0 ? [make("p", {class: "note"}, none)] : shown.map((text) =>
    make("div", {class: "body"}, make("pre", {tabindex: 0, "aria-label": "Code"}, text), copyButton("Copy", () => text)))));
}

/** What is marked of a finding: at least a character that is seen. */
function markOf(text, finding) {
  const from = offsetOf(text, finding.line, finding.column);
  const to = offsetOf(text, finding.line, finding.endColumn);
  const isSeen = from < text.length && text[from] !== "\n";
  return {from: isSeen ? from : Math.max(0, from - 1), to: Math.max(to, isSeen ? from + 1 : from), severity: finding.severity};
}

/** The offset of a line and a column, which counts characters of any plane as one. */
function offsetOf(text, line, column) {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  let offset = start;
  for (let i = 1; i < column && offset < text.length && text[offset] !== "\n"; i++) {
    offset += text.codePointAt(offset) > 0xffff ? 2 : 1;
  }
  return offset;
}
