package dev.callsheet.cli.describe;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.price.ChargeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A model for people, in lines of at most {@value #WIDTH} characters where words allow it. */
public final class ModelDescription {
  private static final int WIDTH = 80;

  private final ModelSpec model;
  private final List<String> lines = new ArrayList<>();

  private ModelDescription(ModelSpec model) {
    this.model = model;
  }

  /** The lines of it. */
  public static List<String> of(ModelSpec model) {
    ModelDescription description = new ModelDescription(model);
    description.addIdentity();
    description.addParameters();
    description.addModes();
    description.addRules();
    description.addPrices();
    return description.lines;
  }

  private void addIdentity() {
    ModelMetadata metadata = model.metadata();
    addWrapped(metadata.name() + "  " + metadata.id() + "  " + metadata.status(), 0, 0);
    addWrapped(metadata.summary(), 0, 0);
    Deprecation deprecation = metadata.deprecation();
    if (deprecation != null) {
      addWrapped(deprecation.sentence("The model"), 0, 0);
    }
    if (metadata.documentation() != null) {
      addWrapped(metadata.documentation().toString(), 0, 0);
    }
  }

  private void addParameters() {
    addHeading("Parameters (* where required)");
    Set<String> seen = new LinkedHashSet<>();
    model.request().members().forEach(member -> addParameter(member, 1, seen));
  }

  private void addParameter(Parameter parameter, int depth, Set<String> seen) {
    String unit = parameter.metadata().unit();
    StringBuilder text = new StringBuilder(parameter.name());
    text.append(parameter.required() ? "*" : "").append(": ");
    text.append(parameter.shape().accept(new ShapeText(unit == null ? "" : unit)));
    JsonNode usual = parameter.defaultValue();
    text.append(usual == null ? "" : "; " + usual + " by default");
    addWrapped(text.toString(), 2 * depth, 2 * depth + 4);
    Deprecation deprecation = parameter.metadata().deprecation();
    if (deprecation != null) {
      addWrapped(deprecation.sentence("This"), 2 * depth + 4, 2 * depth + 4);
    }
    for (Parameter inner : parameter.shape().parameters()) {
      if (seen.add(inner.path() + " " + inner.shape())) {
        addParameter(inner, depth + 1, seen);
      }
    }
  }

  private void addModes() {
    if (!model.modes().isEmpty()) {
      addHeading("Modes");
      for (ModelMode mode : model.modes()) {
        String provided =
            mode.conditions().stream()
                .map(ModelDescription::conditionText)
                .collect(Collectors.joining(", "));
        addWrapped(mode.name() + (provided.isEmpty() ? "" : ": with " + provided), 2, 6);
        addWrapped(mode.description(), 6, 6);
      }
    }
  }

  private static String conditionText(Formula condition) {
    String parameters =
        condition.parameters().stream().map(Object::toString).collect(Collectors.joining(", "));
    return condition instanceof Formula.Provided ? parameters : "a certain " + parameters;
  }

  private void addRules() {
    if (!model.rulesAndAdvice().isEmpty()) {
      addHeading("Rules");
      for (Rule rule : model.rulesAndAdvice()) {
        addWrapped(rule.id() + ": " + rule.description(), 2, 6);
      }
    }
  }

  private void addPrices() {
    Pricing pricing = model.pricing();
    if (pricing == null) {
      addHeading("No price is published.");
      return;
    }
    addHeading(
        "Prices in " + pricing.currency() + (pricing.complete() ? "" : " (not all of them)"));
    for (Charge charge : pricing.charges()) {
      addWrapped(charge.id() + ", " + ChargeText.of(charge), 2, 6);
      for (Pricing.Rate rate : charge.rates()) {
        addWrapped(rate.price().toPlainString() + "  " + rate.label(), 6, 10);
      }
    }
  }

  private void addHeading(String text) {
    lines.add("");
    addWrapped(text, 0, 0);
  }

  /** Adds a text in lines; an empty one is left out. */
  private void addWrapped(String text, int indent, int hanging) {
    if (text.isBlank()) {
      return;
    }
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    boolean isEmpty = true;
    for (String word : DisplayText.line(text).strip().split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(hanging));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString().stripTrailing());
  }
}
