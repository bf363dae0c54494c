// The fields of a model's form, as the sandbox tells them: `{name, path, isRequired, control, ...}`, a control being
// `{kind: "string" | "integer" | "number" | "boolean" | "choice" | "object" | "list" | "union" | "json", ...}`.

/** The fields at the top of a request. */
export function topFields(model) {
  return model.sections.flatMap((section) => section.fields);
}

/** What may stand at a path: the controls, several where there are several forms. */
export function controlsAt(model, path) {
  let controls = [{kind: "object", fields: topFields(model)}];
  for (const step of path) {
    controls = controls.flatMap(forms).flatMap((control) => {
      if (typeof step === "number") return control.kind === "list" ? [control.item] : [];
      return control.kind === "object" ? control.fields.filter((field) => field.name === step).map((field) => field.control) : [];
    });
  }
  return controls.flatMap(forms);
}

/** A control without unions: the controls of its forms. */
export function forms(control) {
  return control.kind === "union" ? control.forms.flatMap((form) => forms(form.control)) : [control];
}

/** Whether a value with its place could be of a control. */
export function fits(control, node) {
  const kinds = {string: ["string"], integer: ["number"], number: ["number"], boolean: ["boolean"],
    object: ["object"], json: ["object"], list: ["list"]};
  if (control.kind === "choice") return control.options.some((option) => option.value === node.value);
  if (control.kind === "union") return control.forms.some((form) => fits(form.control, node));
  return kinds[control.kind].includes(node.kind);
}

/** Something to begin with, written as JSON. */
export function starter(control) {
  switch (control.kind) {
    case "integer":
    case "number": return String(control.minimum ?? 1);
    case "boolean": return "true";
    case "choice": return JSON.stringify(control.options[0].value);
    case "object": {
      const needed = control.fields.filter((field) => field.isRequired);
      return `{${needed.map((field) => `${JSON.stringify(field.name)}: ${starter(field.control)}`).join(", ")}}`;
    }
    case "list": return "[]";
    case "json": return "{}";
    case "union": return starter(control.forms[0].control);
    default: return '""';
  }
}
