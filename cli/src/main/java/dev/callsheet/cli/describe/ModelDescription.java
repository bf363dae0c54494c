package dev.callsheet.cli.describe;

import dev.callsheet.cli.console.WrappedLines;
import dev.callsheet.generator.page.ModeEntry;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.ParameterEntry.AllowedValue;
import dev.callsheet.generator.page.ParameterSection;
import dev.callsheet.generator.page.PriceEntry;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.generator.page.RuleEntry;
import dev.callsheet.spec.model.ModelMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model for people, in lines that words allow to be short. */
public final class ModelDescription {
  private final ModelPage page;
  private final WrappedLines lines;

  private ModelDescription(ModelPage page, int width) {
    this.page = page;
    this.lines = new WrappedLines(width);
  }

  /**
   * The lines of it.
   *
   * @param width how many characters a line has at most, where words allow it
   */
  public static List<String> of(ModelPage page, int width) {
    ModelDescription description = new ModelDescription(page, width);
    description.addIdentity();
    description.addParameters();
    description.addModes();
    description.addRules(page.rules());
    description.addPrices();
    description.addResult();
    return description.lines.lines();
  }

  /** The lines of some of its parameters, what is said of them, and the rules that involve them. */
  public static List<String> ofParameters(
      ModelPage page, List<ParameterEntry> parameters, int width) {
    ModelDescription description = new ModelDescription(page, width);
    for (ParameterEntry parameter : parameters) {
      description.addWrapped(
          parameter.path() + " of " + page.metadata().name() + " " + page.metadata().id(), 0, 0);
      description.addWithInside(parameter, 1, new HashSet<>());
      description.lines.addEmptyLine();
      description.addWrapped(parameter.description(), 2, 2);
      description.addWrapped(parameter.note(), 2, 2);
    }
    description.addRules(
        page.rules().stream()
            .filter(
                rule ->
                    rule.parameters().stream()
                        .anyMatch(
                            path ->
                                parameters.stream().anyMatch(each -> path.overlaps(each.path()))))
            .toList());
    return description.lines.lines();
  }

  private void addIdentity() {
    ModelMetadata metadata = page.metadata();
    addWrapped(metadata.name() + "  " + metadata.id() + "  " + metadata.status(), 0, 0);
    addWrapped(page.summary(), 0, 0);
    addWrapped(page.deprecation(), 0, 0);
    if (metadata.documentation() != null) {
      addWrapped(metadata.documentation().toString(), 0, 0);
    }
  }

  private void addParameters() {
    addHeading("Parameters (* where required)");
    Set<String> seen = new HashSet<>();
    for (ParameterSection section : page.request()) {
      int depth = 1;
      for (ParameterEntry container : section.containers()) {
        addParameter(container, depth++);
      }
      for (ParameterEntry parameter : section.parameters()) {
        addWithInside(parameter, depth, seen);
      }
    }
  }

  /** A parameter, and what is inside; what several forms have alike is shown once. */
  private void addWithInside(ParameterEntry parameter, int depth, Set<String> seen) {
    addParameter(parameter, depth);
    for (ParameterEntry inner : parameter.inside()) {
      if (seen.add(inner.path() + " " + inner.summary())) {
        addWithInside(inner, depth + 1, seen);
      }
    }
  }

  private void addParameter(ParameterEntry parameter, int depth) {
    String usual = parameter.defaultValue().map(value -> "; " + value + " by default").orElse("");
    addWrapped(
        parameter.name() + (parameter.required() ? "*" : "") + ": " + parameter.summary() + usual,
        2 * depth,
        2 * depth + 4);
    addWrapped(parameter.deprecation(), 2 * depth + 4, 2 * depth + 4);
    for (AllowedValue value : parameter.values()) {
      addValue(value, 2 * depth + 4);
    }
  }

  /** A value that more is said of than that it is allowed, which the parameter's line says. */
  private void addValue(AllowedValue value, int indent) {
    Prose deprecation = value.deprecation();
    String said =
        (value.description() + " " + (deprecation == null ? "" : deprecation.toString())).strip();
    if (!said.isEmpty()) {
      addWrapped(value.text() + ": " + said, indent, indent + 4);
    }
  }

  private void addModes() {
    if (!page.modes().isEmpty()) {
      addHeading("Modes");
      for (ModeEntry mode : page.modes()) {
        addWrapped(
            mode.name() + (mode.condition().isEmpty() ? "" : ": where " + mode.condition()), 2, 6);
        addWrapped(mode.description(), 6, 6);
      }
    }
  }

  private void addRules(List<RuleEntry> rules) {
    if (!rules.isEmpty()) {
      addHeading("Rules");
      rules.forEach(rule -> addWrapped(rule.id() + ": " + rule.description(), 2, 6));
    }
  }

  private void addPrices() {
    PriceEntry prices = page.prices();
    if (prices == null) {
      addHeading("No price is published.");
      return;
    }
    addHeading("Prices in " + prices.currency() + (prices.complete() ? "" : " (not all of them)"));
    for (PriceEntry.Charge charge : prices.charges()) {
      addWrapped(charge.id() + ", " + charge.counted(), 2, 6);
      for (PriceEntry.Rate rate : charge.rates()) {
        addWrapped(rate.price() + "  " + rate.label(), 6, 10);
      }
    }
  }

  private void addResult() {
    addHeading("Each result has (* always)");
    Set<String> seen = new HashSet<>();
    page.result().forEach(field -> addWithInside(field, 1, seen));
  }

  private void addHeading(String text) {
    lines.addEmptyLine();
    addWrapped(text, 0, 0);
  }

  private void addWrapped(@Nullable Prose text, int indent, int hanging) {
    if (text != null) {
      addWrapped(text.toString(), indent, hanging);
    }
  }

  private void addWrapped(String text, int indent, int hanging) {
    lines.add(text, indent, hanging);
  }
}
