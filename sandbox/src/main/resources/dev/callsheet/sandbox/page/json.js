// JSON with the places of its values, read as far as it goes: a text that is being written is seldom whole. What is
// changed is changed where it stands, so that the rest stays as its author wrote it, numbers of any size included.

/**
 * The value of a text with its places: `{kind, start, end, raw, value, members, items}`; members are
 * `{key, keyStart, keyEnd, value}`. Null where there is none.
 */
export function parse(text) {
  const root = new Reader(text).value();
  return root && {root, isWhole: isWhole(text)};
}

function isWhole(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

class Reader {
  at = 0;

  constructor(text) {
    this.text = text;
  }

  space() {
    while (/[\s]/.test(this.text[this.at] ?? "")) this.at++;
  }

  value() {
    this.space();
    const start = this.at;
    const first = this.text[start];
    if (first === "{") return this.object(start);
    if (first === "[") return this.list(start);
    if (first === '"') return this.string(start);
    const word = /^[^\s,:{}[\]"]+/.exec(this.text.slice(start, start + 400))?.[0];
    if (!word) {
      return null;
    }
    this.at += word.length;
    let value;
    try {
      value = JSON.parse(word);
    } catch {
      value = undefined; // as far as it is written
    }
    return {kind: value === null ? "null" : value === undefined ? "broken" : typeof value, start, end: this.at, raw: word, value};
  }

  string(start) {
    const found = /^"(?:[^"\\\n]|\\.)*"?/.exec(this.text.slice(start))[0];
    this.at = start + found.length;
    let value;
    try {
      value = JSON.parse(found);
    } catch {
      value = found.slice(1);
    }
    return {kind: "string", start, end: this.at, raw: found, value};
  }

  object(start) {
    const node = {kind: "object", start, end: this.text.length, members: []};
    this.at++;
    for (;;) {
      this.space();
      const next = this.text[this.at];
      if (next === "}") {
        node.end = ++this.at;
        return node;
      }
      if (next === ",") {
        this.at++;
        continue;
      }
      if (next !== '"') {
        node.end = this.at;
        return node;
      }
      const key = this.string(this.at);
      this.space();
      let value = null;
      if (this.text[this.at] === ":") {
        this.at++;
        value = this.value();
      }
      node.members.push({key: key.value, keyStart: key.start, keyEnd: key.end, value});
    }
  }

  list(start) {
    const node = {kind: "list", start, end: this.text.length, items: []};
    this.at++;
    for (;;) {
      this.space();
      const next = this.text[this.at];
      if (next === "]") {
        node.end = ++this.at;
        return node;
      }
      if (next === ",") {
        this.at++;
        continue;
      }
      const item = next === undefined ? null : this.value();
      if (item === null) {
        node.end = this.at;
        return node;
      }
      node.items.push(item);
    }
  }
}

/** The value at a path of names and indexes; null where there is none. */
export function find(node, path) {
  let at = node;
  for (const step of path) {
    if (at?.kind === "object") at = at.members.findLast((member) => member.key === step)?.value ?? null;
    else if (at?.kind === "list") at = at.items[step] ?? null;
    else return null;
  }
  return at;
}

/** The value of a node, as JSON.parse gives it; numbers as they are written are in `raw`. */
export function plain(node) {
  if (node === null || node === undefined) return undefined;
  if (node.kind === "object") return Object.fromEntries(node.members.map((member) => [member.key, plain(member.value)]));
  if (node.kind === "list") return node.items.map(plain);
  return node.value;
}

/** The edit `{from, to, text}` that puts a value, written as JSON, at a path; what is around it is made. */
export function put(text, root, path, written) {
  let at = root;
  for (let i = 0; i < path.length; i++) {
    const inside = find(at, [path[i]]);
    if (inside === null) return insert(text, at, path[i], wrap(path.slice(i + 1), written));
    at = inside;
  }
  return {from: at.start, to: at.end, text: indentLike(text, at.start, written)};
}

/** The edit that takes out what is at a path, with its comma; null where there is nothing. */
export function remove(text, root, path) {
  const parent = find(root, path.slice(0, -1));
  const last = path.at(-1);
  const all = parent?.kind === "object"
    ? parent.members.map((member) => ({start: member.keyStart, end: member.value?.end ?? member.keyEnd}))
    : parent?.kind === "list" ? parent.items : [];
  const index = parent?.kind === "object" ? parent.members.findLastIndex((member) => member.key === last) : last;
  if (!all[index]) return null;
  if (all.length === 1) return {from: parent.start + 1, to: parent.end - 1, text: ""};
  return index === 0
    ? {from: all[0].start, to: all[1].start, text: ""}
    : {from: all[index - 1].end, to: all[index].end, text: ""};
}

function wrap(path, written) {
  return path.reduceRight((inner, step) => (typeof step === "number" ? `[${inner}]` : `{${JSON.stringify(step)}: ${inner}}`), written);
}

function insert(text, parent, step, written) {
  const isObject = parent?.kind === "object";
  const all = isObject ? parent.members : parent?.items ?? [];
  const value = indented(isObject ? `{${JSON.stringify(step)}: ${written}}` : `[${written}]`)
    .split("\n").slice(1, -1).map((line) => line.slice(2)).join("\n");
  const last = all.at(-1);
  if (last) {
    const end = isObject ? last.value?.end ?? last.keyEnd : last.end;
    const start = isObject ? last.keyStart : last.start;
    const isOneLine = !text.slice(parent.start, start).includes("\n");
    const margin = isOneLine ? " " : "\n" + marginAt(text, start);
    return {from: end, to: end, text: "," + margin + value.replaceAll("\n", "\n" + marginAt(text, start))};
  }
  const margin = marginAt(text, parent.start);
  return {
    from: parent.start + 1,
    to: parent.end - 1,
    text: `\n${margin}  ${value.replaceAll("\n", `\n${margin}  `)}\n${margin}`,
  };
}

function indentLike(text, offset, written) {
  return indented(written).replaceAll("\n", "\n" + marginAt(text, offset));
}

/** The space that the line of an offset begins with. */
function marginAt(text, offset) {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))[0];
}

/** JSON in lines, with its numbers as they are; any other text as it is. */
export function indented(text) {
  if (!isWhole(text)) return text;
  let depth = 0;
  return text.replace(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|\s+/g, (token) => {
    if (/^\s+$/.test(token)) return "";
    if (token === ":") return ": ";
    if (token === ",") return ",\n" + "  ".repeat(depth);
    if (token === "{" || token === "[") return token + "\n" + "  ".repeat(++depth);
    if (token === "}" || token === "]") return "\n" + "  ".repeat(--depth) + token;
    return token[0] === '"' ? token : token.replace(/\s/g, "");
  });
}

/** Where an offset is: the path to what surrounds it, and what is being written there. */
export function contextAt(text, offset) {
  const read = parse(text);
  if (!read) return null;
  const path = [];
  let node = read.root;
  for (;;) {
    if (node.kind === "object") {
      const member = node.members.find((each) => offset >= each.keyStart && offset <= (each.value?.end ?? nextStop(text, each.keyEnd)));
      if (!member) return {path, role: "key", from: offset, to: offset, node};
      if (offset <= member.keyEnd) return {path, role: "key", from: member.keyStart, to: member.keyEnd, node, current: member};
      path.push(member.key);
      if (!member.value || offset < member.value.start) {
        return {path, role: "value", from: offset, to: offset, node: member.value};
      }
      node = member.value;
    } else if (node.kind === "list") {
      const index = node.items.findIndex((item) => offset >= item.start && offset <= item.end);
      if (index < 0) return {path: [...path, node.items.length], role: "value", from: offset, to: offset, node: null};
      path.push(index);
      node = node.items[index];
    } else {
      return {path, role: "value", from: node.start, to: node.end, node};
    }
    if (node.kind !== "object" && node.kind !== "list") {
      return {path, role: "value", from: node.start, to: node.end, node};
    }
    if (offset <= node.start || (offset >= node.end && text[node.end - 1] !== undefined && /[}\]]/.test(text[node.end - 1]))) return null;
  }
}

function nextStop(text, from) {
  const stop = text.slice(from).search(/[,}\n]/);
  return stop < 0 ? text.length : from + stop;
}
