import {announce, Answer, ask, copyButton, make, prose, tabs} from "/workbench/elements.js";
import {indented} from "/workbench/json.js";

const MOST = 100;
const WORDS = {
  running: "running", done: "done", failed: "failed", cancelled: "cancelled",
  rejected: "rejected", forgotten: "forgotten",
};

/** The tasks and exchanges of the sandbox, as they come. */
export class Tasks {
  #cards = new Map();
  #lines = new Map();
  #event = 0;
  #exchange = 0;
  #run = null;
  #clockOffset = 0;
  #list = make("ol", {class: "cards", reversed: true});
  #log = make("ol", {class: "log", reversed: true});
  #none = make("p", {class: "note"}, "None yet. Point a client at the address above, and what it sends shows up here.");
  #total = make("strong", {}, "0 USD");
  #problem = make("p", {class: "problem", role: "alert", hidden: true});
  #onFeed;

  constructor(section, onFeed) {
    this.#onFeed = onFeed;
    section.append(
      make("div", {class: "bar"},
        make("h2", {id: "tasks-title"}, "Tasks"),
        make("p", {}, this.#total, " charged"),
        make("button", {type: "button", class: "quiet", onclick: () => this.#forget()}, "Forget everything")),
      this.#problem,
      tabs("What the sandbox was sent", [
        {id: "tasks", title: "Tasks", panel: [this.#none, this.#list]},
        {id: "exchanges", title: "Requests and replies", panel: this.#log},
      ]).element);
    setInterval(() => this.#cards.forEach((card) => card.tick(Date.now() + this.#clockOffset)), 250);
  }

  /** Follows the feed for as long as the page is shown; comes back when the server does. */
  async follow() {
    const connection = document.getElementById("connection");
    let failures = 0;
    for (;;) {
      try {
        this.#show(await ask(`/workbench/feed?event=${this.#event}&exchange=${this.#exchange}`));
        failures = 0;
        if (connection.textContent) connection.textContent = "";
      } catch {
        failures++;
        if (failures > 1) connection.textContent = "Not connected; trying again…";
      }
      await pause(Math.min(1000 * (failures + 1), 5000));
    }
  }

  async #forget() {
    if (!confirm("Forget all tasks, their media and the ledger?")) return;
    this.#problem.hidden = true;
    try {
      await ask("/reset", "POST");
    } catch (failed) {
      this.#problem.textContent = `Not forgotten: ${failed.message}`;
      this.#problem.hidden = false;
    }
  }

  #show(feed) {
    if (this.#run !== null && this.#run !== feed.run) {
      for (const shown of [this.#cards, this.#lines]) {
        shown.forEach((each) => each.element.remove());
        shown.clear();
      }
      const isAnew = this.#event > 0 || this.#exchange > 0;
      this.#event = this.#exchange = 0;
      this.#run = feed.run;
      if (isAnew) return; // what this feed leaves out comes with the next
    }
    this.#run = feed.run;
    this.#clockOffset = feed.now - Date.now();
    this.#total.textContent = `${plain(feed.charged)} USD`;
    for (const task of feed.tasks.reverse()) {
      this.#event = Math.max(this.#event, task.number);
      const known = this.#cards.get(task.task);
      if (known) known.update(task, feed.now);
      else this.#add(this.#cards, this.#list, task.task, new TaskCard(task, feed.now));
    }
    for (const line of feed.exchanges.reverse()) {
      this.#exchange = Math.max(this.#exchange, line.number);
      const known = this.#lines.get(line.id);
      if (known) known.update(line);
      else this.#add(this.#lines, this.#log, line.id, new ExchangeLine(line));
    }
    this.#none.hidden = this.#cards.size > 0;
    this.#onFeed(feed);
  }

  #add(all, list, key, entry) {
    all.set(key, entry);
    list.prepend(entry.element);
    if (all.size > MOST) {
      const oldest = all.keys().next().value;
      all.get(oldest).element.remove();
      all.delete(oldest);
    }
  }
}

/** A task: its state as of now, what it cost, its results, and what happened to it. */
class TaskCard {
  #task;
  #state = null;
  #chip = make("span", {class: "chip"});
  #cost = make("span", {class: "cost"});
  #progress = make("progress", {max: 100, "aria-label": "Progress"});
  #title = make("h3", {});
  #time = make("time", {});
  #results = make("ul", {class: "results"});
  #shown = new Map();
  #problem = make("div", {class: "problem"});
  #events = make("ol", {class: "events"});
  #exchanges = make("div", {});
  #answer = new Answer(this.#exchanges);
  #details = make("details", {ontoggle: () => this.#loadExchanges()},
    make("summary", {}, "What happened"), this.#events, this.#exchanges);

  constructor(task, now) {
    this.element = make("li", {class: "card"},
      make("div", {class: "head"}, this.#chip, this.#title, this.#cost),
      make("div", {class: "under"}, make("code", {}, task.task), this.#time),
      this.#progress, this.#problem, this.#results, this.#details);
    this.update(task, now);
  }

  update(task, now) {
    this.#task = task;
    const at = task.events[0]?.at ?? task.startedAt;
    this.#title.textContent = task.model || (task.state === "rejected" ? "Refused request" : "Task");
    this.#cost.textContent = `${plain(task.charged)} USD`;
    this.#cost.title = task.why ?? "";
    if (at) {
      this.#time.dateTime = new Date(at).toISOString();
      this.#time.textContent = new Date(at).toLocaleTimeString();
    }
    this.#events.replaceChildren(...task.events.map((event) =>
      make("li", {}, make("time", {datetime: new Date(event.at).toISOString()}, clock(event.at)), " ",
        make("strong", {}, event.kind.replaceAll("_", " ")), " ", ...prose(reasons(event).join("; ")))));
    const rejection = task.state === "rejected" && task.events.findLast((event) => event.kind === "rejection");
    this.#problem.replaceChildren(...(rejection ? reasons(rejection).map((reason) => make("p", {}, ...prose(reason))) : []));
    this.#problem.hidden = !rejection;
    this.#loadExchanges();
    this.tick(now);
  }

  /** Shows what the time has changed. */
  tick(now) {
    const task = this.#task;
    const state = stateOf(task, now);
    if (state === "running") {
      const share = (now - task.startedAt) / Math.max(1, task.finishedAt - task.startedAt);
      this.#progress.value = Math.max(0, Math.min(99, Math.floor(share * 100)));
    }
    this.#showResults(task.state === "accepted" ? task.results : [], now);
    if (state === this.#state) return;
    if (this.#state !== null && state !== this.#state) announce(`${task.model || "A task"}: ${WORDS[state]}`);
    this.#state = state;
    this.#chip.textContent = WORDS[state];
    this.element.dataset.state = state;
    this.#progress.hidden = state !== "running";
  }

  /** Adds what is done now, each at its place; what is shown stays, since it may be playing. */
  #showResults(results, now) {
    if (results.length === 0) {
      this.#shown.clear();
      this.#results.replaceChildren();
    }
    let next = null;
    for (let i = results.length - 1; i >= 0; i--) {
      if (!this.#shown.has(i) && results[i].finishedAt <= now) {
        this.#shown.set(i, this.#results.insertBefore(make("li", {}, shown(results[i], i + 1)), next));
      }
      next = this.#shown.get(i) ?? next;
    }
    this.#results.hidden = this.#shown.size === 0;
  }

  #loadExchanges() {
    if (!this.#details.open) return;
    this.#answer.to(`/workbench/exchanges?task=${encodeURIComponent(this.#task.task)}`, (all) => all.map((each) => exchange(each, "h4")));
  }
}

/** One line of the log; what was sent is asked for when it is opened. */
class ExchangeLine {
  #line;
  #status = make("span", {class: "status"});
  #body = make("div", {});
  #answer = new Answer(this.#body);
  #details = make("details", {ontoggle: () => this.#load()});

  constructor(line) {
    this.#line = line;
    this.#details.append(
      make("summary", {}, make("time", {datetime: new Date(line.at).toISOString()}, clock(line.at)), " ", this.#status, " ",
        make("code", {}, line.line)),
      this.#body);
    this.element = make("li", {}, this.#details);
    this.update(line);
  }

  update(line) {
    this.#line = line;
    this.#status.textContent = line.isMessage ? "message" : line.end ? "no reply" : line.status ?? "…";
    this.#status.dataset.kind = line.end || line.status >= 400 ? "bad" : "good";
    this.#load();
  }

  #load() {
    if (!this.#details.open) return;
    this.#answer.to(`/workbench/exchanges?id=${this.#line.id}`, (all) =>
      [all.length > 0 ? exchange(all[0], "h3") : make("p", {class: "note"}, "It has been forgotten.")]);
  }
}

/** What an event says; of a rejection, what each of its errors says. */
function reasons(event) {
  try {
    return JSON.parse(event.note.replace(/^rejected: /, "")).map((error) => error.message);
  } catch {
    return [event.note];
  }
}

function stateOf(task, now) {
  if (task.state !== "accepted") return task.state;
  if (now < task.finishedAt) return "running";
  return task.results.every((result) => result.code !== undefined) ? "failed" : "done";
}

/** A result: a player or a picture once it comes into view, and a link. */
function shown(result, number) {
  if (result.text !== undefined) return make("p", {}, result.text);
  if (result.code !== undefined) {
    return make("p", {class: "problem"}, make("strong", {}, result.code), " ", result.message);
  }
  const address = `/workbench/media/${encodeURIComponent(result.media)}`;
  const kind = result.type.split("/")[0];
  const label = `Result ${number}, ${result.type}`;
  const players = {
    video: () => make("video", {src: address, controls: true, loop: true, playsinline: true, preload: "metadata", "aria-label": label}),
    image: () => make("img", {src: address, alt: label}),
    audio: () => make("audio", {src: address, controls: true, preload: "metadata", "aria-label": label}),
  };
  const place = make("div", {class: `player ${kind}`});
  if (players[kind]) {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        place.append(players[kind]());
      }
    }, {rootMargin: "200px"});
    observer.observe(place);
  }
  return [place, make("a", {href: address, target: "_blank", rel: "noopener"}, label)];
}

/** An exchange as it was sent, under headings of a level. */
function exchange(each, heading) {
  const parts = [make(heading, {}, each.line)];
  if (each.headers) parts.push(make("pre", {class: "headers", tabindex: 0, "aria-label": "Headers of the request"}, each.headers));
  if (each.request) parts.push(body(each.request, each.isMessage ? "Message" : "Body of the request"));
  if (!each.isMessage) {
    parts.push(make(heading, {}, each.end ?? (each.status === null ? "No reply yet" : `Reply: ${each.status}`)));
    if (each.reply) parts.push(body(each.reply, "Body of the reply"));
  }
  return make("div", {class: "exchange"}, parts);
}

function body(text, label) {
  const pretty = indented(text);
  return make("div", {class: "body"},
    make("pre", {tabindex: 0, "aria-label": label}, pretty), copyButton("Copy", () => text));
}

/** A decimal without zeros at its end. */
function plain(amount) {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

function clock(time) {
  return new Date(time).toLocaleTimeString([], {hour12: false}) + "." + String(time % 1000).padStart(3, "0");
}

function pause(milliseconds) {
  return new Promise((resolve) => {
    const wake = () => {
      document.removeEventListener("visibilitychange", wake);
      if (document.hidden) document.addEventListener("visibilitychange", wake);
      else resolve();
    };
    setTimeout(wake, milliseconds);
  });
}
