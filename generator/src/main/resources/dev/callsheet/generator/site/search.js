"use strict";
// Searches all pages of the site in the reader's browser: search-index.js has what can be found.
(function () {
  const MOST = 20;

  /** How well an entry fits; 0 where a word is not in it. */
  function rank(entry, words) {
    const title = entry.title.toLowerCase();
    const text = entry.text.toLowerCase();
    let sum = 1;
    for (const word of words) {
      if (title.startsWith(word)) sum += 4;
      else if (title.includes("." + word)) sum += 3;
      else if (title.includes(word)) sum += 2;
      else if (!text.includes(word)) return 0;
    }
    return sum;
  }

  /** The entries that have every word, the nearest first. */
  function find(index, query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return index
      .map((entry) => ({ entry, rank: rank(entry, words) }))
      .filter((found) => found.rank > 0)
      .sort((one, other) => other.rank - one.rank)
      .slice(0, MOST)
      .map((found) => found.entry);
  }

  if (typeof module !== "undefined") module.exports = { find };
  if (typeof document === "undefined") return;

  const root = document.currentScript.dataset.root;
  const form = document.querySelector("form.search");
  const input = form.querySelector("input");
  const list = form.querySelector("ul");
  const count = form.querySelector("[role=status]");

  function show() {
    const found = find(window.callsheetIndex, input.value);
    list.replaceChildren(
      ...found.map((entry) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const about = document.createElement("span");
        link.href = root + entry.address;
        link.textContent = entry.title;
        about.textContent = entry.text;
        link.append(about);
        item.append(link);
        return item;
      }),
    );
    const isAsked = input.value.trim() !== "";
    list.hidden = found.length === 0;
    count.textContent = isAsked && found.length === 0 ? "Nothing is called so." : "";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      show();
      input.focus();
    }
  });
  list.addEventListener("click", () => {
    list.hidden = true;
  });
  input.addEventListener("input", show);
  form.hidden = false;
})();
