import {controlsAt, topFields} from "/workbench/fields.js";
import {contextAt} from "/workbench/json.js";

const MOST = 60;

/**
 * What may stand at an offset of a request: the names of parameters that are not there yet, or the
 * values to choose from. Null where nothing is to be said.
 *
 * @param isAsked whether it was asked for; else only what is being written is completed
 */
export function complete(model, text, offset, isAsked) {
  const context = model && contextAt(text, offset);
  if (!context) return null;
  const path = model.isEnveloped ? withoutEnvelope(context.path) : context.path;
  if (path === null) return null;
  const inTask = typeof path[0] === "number" ? path.slice(1) : path;
  return context.role === "key"
    ? names(model, inTask, context, text, offset, isAsked)
    : values(model, inTask, context, text, offset, isAsked);
}

function withoutEnvelope(path) {
  const inTask = typeof path[0] === "number" ? path.slice(1) : path;
  return inTask[0] === "request" ? inTask.slice(1) : null;
}

function names(model, path, context, text, offset, isAsked) {
  if (!context.current && !isAsked) return null;
  const typed = context.current ? text.slice(context.from + 1, offset).toLowerCase() : "";
  const taken = new Set(context.node.members.filter((member) => member !== context.current).map((member) => member.key));
  const fields = path.length === 0 ? topFields(model)
    : controlsAt(model, path).flatMap((control) => (control.kind === "object" ? control.fields : []));
  const options = unique(fields.filter((field) => !taken.has(field.name) && field.name.toLowerCase().includes(typed)))
    .sort((a, b) => starts(b, typed) - starts(a, typed));
  if (options.length === 1 && context.current?.key === options[0].name && context.current.value) return null;
  const hasColon = /^\s*:/.test(text.slice(context.to));
  return {from: context.from, to: context.to, options: options.slice(0, MOST).map((field) => {
    const value = hasColon ? "" : opening(field.control);
    return {
      label: field.name,
      note: [field.isRequired ? "required" : "", field.summary ?? ""].filter(Boolean).join("; "),
      text: JSON.stringify(field.name) + (hasColon ? "" : ": " + value),
      back: value.length > 1 ? value.length / 2 : 0,
      before: comma(text, context.from),
      goesOn: !hasColon && value === "",
    };
  })};
}

/** What a value begins and ends with, where that goes without saying. */
function opening(control) {
  return {string: '""', object: "{}", json: "{}", list: "[]"}[control.kind] ?? "";
}

/** The comma that is missing before a name. */
function comma(text, from) {
  const end = text.slice(0, from).trimEnd().length;
  return end === 0 || /[{,[]/.test(text[end - 1]) ? null : {from: end, to: end, text: ","};
}

function starts(field, typed) {
  return field.name.toLowerCase().startsWith(typed) ? 1 : 0;
}

function unique(fields) {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

function values(model, path, context, text, offset, isAsked) {
  if (context.node?.kind === "object" || context.node?.kind === "list") return null;
  const written = context.node ? text.slice(context.from, offset).replace(/^"/, "").toLowerCase() : "";
  if (!written && !isAsked && context.node?.kind !== "string") return null;
  const options = controlsAt(model, path).flatMap((control) => {
    if (control.kind === "choice") return control.options.map((option) => ({value: option.value, note: option.description}));
    if (control.kind === "boolean") return [{value: true}, {value: false}];
    return [];
  });
  const found = options.filter((option) => String(option.value).toLowerCase().includes(written));
  if (found.length === 1 && found[0].value === context.node?.value) return null;
  return {from: context.from, to: context.to, options: found.slice(0, MOST).map((option) => ({
    label: JSON.stringify(option.value), text: JSON.stringify(option.value), note: option.note}))};
}
