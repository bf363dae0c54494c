import {ask, make} from "/workbench/elements.js";

const EFFECTS = [
  ["status=503", "Status 503, no capacity"],
  ["status=429,retry-after=2s", "Status 429, with Retry-After: 2 s"],
  ["status=500", "Status 500"],
  ["status=504,after", "Status 504, but accepted"],
  ["html=502", "A proxy's page in HTML, 502"],
  ["error=providerError", "An error that names the task"],
  ["error=providerError,nobody", "An error that names no task"],
  ["beside=providerError", "Accepted, with an error beside it"],
  ["drop", "Accepted, and the connection ends"],
  ["drop,before", "The connection ends, nothing accepted"],
  ["silence", "Accepted, and never a reply"],
  ["delay=5s", "A reply 5 seconds late"],
  ["cut=1000,on=media", "A download that ends after 1000 bytes"],
];
const TARGETS = [["submit", "submissions"], ["poll", "polls"], ["media", "downloads"], ["any", "any request"]];

/** The faults that are still to come, and a form for another. */
export class Faults {
  #count = make("span", {class: "chip"}, "none");
  #pending = make("ol", {class: "pending"});
  #problem = make("p", {class: "problem", role: "alert", hidden: true});
  #effect = make("select", {id: "fault-effect", onchange: () => this.#fill()},
    EFFECTS.map(([value, text]) => make("option", {value}, text)),
    make("option", {value: ""}, "Written by hand"));
  #target = make("select", {id: "fault-target"}, TARGETS.map(([value, text]) => make("option", {value}, text)));
  #times = make("input", {id: "fault-times", type: "number", min: 1, max: 1000, value: 1});
  #text = make("input", {id: "fault-text", type: "text", spellcheck: "false", autocomplete: "off", placeholder: "status=503,times=2,on=poll"});
  #storm = make("input", {id: "fault-storm", type: "range", min: 0, max: 100, step: 5, value: 0, onchange: () => this.#setStorm()});
  #share = make("output", {for: "fault-storm"}, "never");
  #byHand = make("p", {class: "field", hidden: true}, make("label", {for: "fault-text"}, "As for ", make("code", {}, "--fault")), this.#text);
  #choices = make("div", {class: "fields"},
    make("p", {class: "field"}, make("label", {for: "fault-target"}, "On"), this.#target),
    make("p", {class: "field short"}, make("label", {for: "fault-times"}, "Times"), this.#times));

  constructor(section) {
    section.append(make("details", {},
      make("summary", {}, make("h2", {id: "faults-title"}, "Faults"), this.#count),
      this.#pending,
      make("form", {onsubmit: (event) => this.#add(event)},
        make("p", {class: "field"}, make("label", {for: "fault-effect"}, "What happens"), this.#effect),
        this.#choices, this.#byHand,
        make("div", {class: "buttons"},
          make("button", {type: "submit"}, "Add fault"),
          make("button", {type: "button", class: "quiet", onclick: () => this.#clear()}, "Clear all"))),
      this.#problem,
      make("p", {class: "field"}, make("label", {for: "fault-storm"}, "Random faults"), this.#storm, this.#share)));
    this.#fill();
  }

  /** Shows what is to come, as the feed says. */
  show(faults) {
    const count = faults.pending.length;
    this.#count.textContent = count === 0 && faults.storm === 0 ? "none"
      : [count > 0 ? `${count} to come` : "", faults.storm > 0 ? "random" : ""].filter(Boolean).join(", ");
    this.#count.dataset.kind = this.#count.textContent === "none" ? "none" : "some";
    if (this.#pending.dataset.shown !== faults.pending.join("\n")) {
      this.#pending.dataset.shown = faults.pending.join("\n");
      this.#pending.replaceChildren(...faults.pending.map((fault) => make("li", {}, make("code", {}, fault))));
    }
    this.#pending.hidden = count === 0;
    if (document.activeElement !== this.#storm) this.#storm.value = Math.round(faults.storm * 100);
    this.#share.textContent = faults.storm === 0 ? "never" : `${Math.round(faults.storm * 100)} % of requests`;
  }

  /** The target that goes with an effect; nothing but the text where it is written by hand. */
  #fill() {
    const written = this.#effect.value;
    this.#byHand.hidden = written !== "";
    this.#choices.hidden = written === "";
    const target = /on=(\w+)/.exec(written);
    this.#target.value = target ? target[1] : "submit";
    this.#target.disabled = target !== null;
  }

  #add(event) {
    event.preventDefault();
    const fault = this.#effect.value === "" ? this.#text.value.trim()
      : `${this.#effect.value.replace(/,on=\w+/, "")},on=${this.#target.value},times=${this.#times.value}`;
    return this.#send(() => ask("/workbench/faults", "POST", {fault}));
  }

  #clear() {
    return this.#send(() => ask("/workbench/faults", "DELETE"));
  }

  #setStorm() {
    return this.#send(() => ask("/workbench/faults", "POST", {storm: this.#storm.value / 100}));
  }

  async #send(change) {
    try {
      this.show(await change());
      this.#problem.hidden = true;
    } catch (refused) {
      this.#problem.textContent = refused.message;
      this.#problem.hidden = false;
    }
  }
}
